import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0009_mentions"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="approvalrequest",
            name="email",
            field=models.EmailField(
                blank=True,
                help_text="The link is sent to this address. Leave it empty to send the link yourself.",
                max_length=254,
                verbose_name="e-mail",
            ),
        ),
        migrations.AlterField(
            model_name="approvalrequest",
            name="name",
            field=models.TextField(help_text="Who is asked. The history shows their answer under this name."),
        ),
        migrations.AlterField(
            model_name="article",
            name="hero_decorative",
            field=models.BooleanField(
                default=False,
                help_text="Tick when the picture adds nothing to the words. Screen readers then skip it.",
                verbose_name="decorative",
            ),
        ),
        migrations.AlterField(
            model_name="article",
            name="hero_focus_x",
            field=models.PositiveSmallIntegerField(
                db_default=50,
                default=50,
                help_text="What stays in view when the picture is cropped: 0 is the left edge, 50 the middle, 100 the right edge.",
                validators=[django.core.validators.MaxValueValidator(100)],
                verbose_name="focal point, across",
            ),
        ),
        migrations.AlterField(
            model_name="article",
            name="hero_focus_y",
            field=models.PositiveSmallIntegerField(
                db_default=50,
                default=50,
                help_text="What stays in view when the picture is cropped: 0 is the top edge, 50 the middle, 100 the bottom edge.",
                validators=[django.core.validators.MaxValueValidator(100)],
                verbose_name="focal point, down",
            ),
        ),
        migrations.AlterField(
            model_name="article",
            name="owner",
            field=models.ForeignKey(
                blank=True,
                help_text="Looks after this guide and is asked to review it. Authors can edit only their own guides.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AlterField(
            model_name="author",
            name="account",
            field=models.ForeignKey(
                blank=True,
                help_text="The account with which this author signs in. Enquiries from a guide that quotes them can go to it.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AlterField(
            model_name="author",
            name="portrait_focus_x",
            field=models.PositiveSmallIntegerField(
                db_default=50,
                default=50,
                help_text="What stays in view when the picture is cropped: 0 is the left edge, 50 the middle, 100 the right edge.",
                validators=[django.core.validators.MaxValueValidator(100)],
                verbose_name="face, across",
            ),
        ),
        migrations.AlterField(
            model_name="author",
            name="portrait_focus_y",
            field=models.PositiveSmallIntegerField(
                db_default=50,
                default=50,
                help_text="What stays in view when the picture is cropped: 0 is the top edge, 50 the middle, 100 the bottom edge.",
                validators=[django.core.validators.MaxValueValidator(100)],
                verbose_name="face, down",
            ),
        ),
        migrations.AlterField(
            model_name="author",
            name="role",
            field=models.CharField(
                help_text="A person's job title, or what the desk does in a few words. Shown beside the name.",
                max_length=120,
            ),
        ),
        migrations.AlterField(
            model_name="figureblock",
            name="decorative",
            field=models.BooleanField(
                default=False, help_text="Tick when the picture adds nothing to the words. Screen readers then skip it."
            ),
        ),
        migrations.AlterField(
            model_name="guideevent",
            name="kind",
            field=models.CharField(
                choices=[
                    ("published", "Published"),
                    ("withdrawn", "Withdrawn"),
                    ("scheduled", "Publication scheduled"),
                    ("withdrawal_scheduled", "Withdrawal scheduled"),
                    ("unscheduled", "Schedule cancelled"),
                    ("not_published", "Scheduled publication failed"),
                    ("restored", "Earlier revision restored into the draft"),
                    ("discarded", "Draft changes discarded"),
                    ("repaired", "Draft repaired"),
                    ("set_aside", "Somebody else saved first; this version conflicts with theirs"),
                    ("merged", "Conflicting version taken into the draft"),
                    ("sent_for_review", "Sent for review"),
                    ("sent_back", "Sent back to its author"),
                    ("reviewed", "Checked, still right"),
                    ("shared", "Shared for approval"),
                    ("unshared", "Sharing ended"),
                    ("approved", "Approved"),
                    ("commented", "Commented"),
                ],
                max_length=24,
            ),
        ),
        migrations.AlterField(
            model_name="keytakeawaysblock",
            name="items",
            field=models.TextField(
                blank=True,
                help_text="Three to five sentences, one on each line. They appear in a box headed “Key takeaways”.",
                verbose_name="takeaways",
            ),
        ),
        migrations.AlterField(
            model_name="questionanswerblock",
            name="question",
            field=models.TextField(
                help_text="As a reader would ask it, ending in a question mark. Questions next to each other appear together under “Common questions”."
            ),
        ),
        migrations.AlterField(
            model_name="salaryfigure",
            name="as_of",
            field=models.DateField(help_text="The day that the figure is from; shown beside it.", verbose_name="as of"),
        ),
        migrations.AlterField(
            model_name="salaryfigure",
            name="basis",
            field=models.CharField(
                choices=[("placements", "our placements"), ("adverts", "job adverts"), ("judgement", "our judgement")],
                help_text="What the figure is based on.",
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="salaryfigure",
            name="open_ended",
            field=models.BooleanField(
                default=False, help_text="Tick when some people earn more than the high figure.", verbose_name="or more"
            ),
        ),
        migrations.AlterField(
            model_name="topic",
            name="description",
            field=models.CharField(
                help_text="One sentence for readers and search engines, shown under the heading of the topic page.",
                max_length=160,
            ),
        ),
    ]
