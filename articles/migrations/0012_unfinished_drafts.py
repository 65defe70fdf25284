import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """A draft may lack what only a publication needs. Backwards, no draft may lack its topic, author or job role."""

    dependencies = [
        ('articles', '0011_search_by_stems'),
    ]

    operations = [
        migrations.AlterField(
            model_name='article',
            name='author',
            field=models.ForeignKey(blank=True, help_text='Signs the page: the name under the title and the card at its end.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='articles', to='articles.author'),
        ),
        migrations.AlterField(
            model_name='article',
            name='slug',
            field=models.SlugField(blank=True, help_text="The end of the page's address. Left empty, it is made from the title. When you publish a change, links to the old address lead to the new one.", max_length=120, unique=True, verbose_name='address'),
        ),
        migrations.AlterField(
            model_name='article',
            name='title',
            field=models.CharField(blank=True, help_text='The heading of the page and its name in search results. Best under 60 characters.', max_length=120),
        ),
        migrations.AlterField(
            model_name='article',
            name='topic',
            field=models.ForeignKey(blank=True, help_text='The page is listed under this topic, and its related guides come from it.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='articles', to='articles.topic'),
        ),
        migrations.AlterField(
            model_name='calltoactionblock',
            name='heading',
            field=models.TextField(blank=True, help_text='A few words, such as “Looking for your next role?”'),
        ),
        migrations.AlterField(
            model_name='calltoactionblock',
            name='label',
            field=models.TextField(blank=True, help_text='What the button says, such as “Tell us what you are looking for”.', verbose_name='button'),
        ),
        migrations.AlterField(
            model_name='figureblock',
            name='image',
            field=models.ImageField(blank=True, height_field='height', help_text='A JPEG, PNG, WebP or AVIF file, at least 1,200 pixels wide.', max_length=200, upload_to='pictures/', verbose_name='picture', width_field='width'),
        ),
        migrations.AlterField(
            model_name='insightblock',
            name='said_on',
            field=models.DateField(blank=True, help_text='When it was said; shown beside the name.', null=True, verbose_name='date'),
        ),
        migrations.AlterField(
            model_name='insightblock',
            name='speaker',
            field=models.ForeignKey(blank=True, db_column='voice_id', help_text='A named person or desk. Readers trust what somebody signs.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='articles.author', verbose_name='who says it'),
        ),
        migrations.AlterField(
            model_name='questionanswerblock',
            name='question',
            field=models.TextField(blank=True, help_text='As a reader would ask it, ending in a question mark. Questions next to each other appear together under “Common questions”.'),
        ),
        migrations.AlterField(
            model_name='quoteblock',
            name='source',
            field=models.TextField(blank=True, help_text='Who said or wrote it, and where.'),
        ),
        migrations.AlterField(
            model_name='quoteblock',
            name='text',
            field=models.TextField(blank=True, help_text='The words, without quotation marks.'),
        ),
        migrations.AlterField(
            model_name='salarytableblock',
            name='job_role',
            field=models.ForeignKey(blank=True, help_text="The page shows this role's salary figures as they are when you publish.", null=True, on_delete=django.db.models.deletion.PROTECT, to='articles.jobrole'),
        ),
    ]
