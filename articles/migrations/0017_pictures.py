import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0016_search_texts'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Picture',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(help_text='What you call it here, to find it again. Readers do not see it.', max_length=120)),
                ('file', models.ImageField(height_field='height', max_length=200, upload_to='pictures/', verbose_name='picture', width_field='width')),
                ('width', models.PositiveIntegerField(editable=False, null=True)),
                ('height', models.PositiveIntegerField(editable=False, null=True)),
                ('alt', models.TextField(blank=True, help_text='What the picture shows, in one sentence, for people who cannot see it. A guide can say it in other words.', verbose_name='alternative text')),
                ('decorative', models.BooleanField(default=False, help_text='Tick when the picture adds nothing to the words beside it. Screen readers then skip it.')),
                ('credit', models.TextField(blank=True, help_text='Who made the picture; shown after the caption. A guide can give another one.')),
                ('focus_x', models.PositiveSmallIntegerField(db_default=50, default=50, help_text='What stays in view when the picture is cropped: 0 is the left edge, 50 the middle, 100 the right edge.', validators=[django.core.validators.MaxValueValidator(100)], verbose_name='focal point, across')),
                ('focus_y', models.PositiveSmallIntegerField(db_default=50, default=50, help_text='What stays in view when the picture is cropped: 0 is the top edge, 50 the middle, 100 the bottom edge.', validators=[django.core.validators.MaxValueValidator(100)], verbose_name='focal point, down')),
                ('uploaded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='added')),
                ('uploaded_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='added by')),
            ],
            options={
                'ordering': ['-pk'],
                'indexes': [models.Index(fields=['file'], name='picture_file')],
            },
        ),
    ]
