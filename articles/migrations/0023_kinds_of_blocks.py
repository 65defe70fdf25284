import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0022_autosaved_versions'),
    ]

    operations = [
        migrations.AddField("preparedpage", "frames", models.TextField(blank=True, db_default="")),
        migrations.CreateModel(
            name='ComparisonBlock',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('region', models.CharField(max_length=255)),
                ('ordering', models.IntegerField(default=0)),
                ('title', models.TextField(blank=True, help_text='What is compared, such as “Permanent or contract, point by point”.')),
                ('options', models.TextField(blank=True, help_text='Two to four things, one on each line.', verbose_name='what is compared')),
                ('rows', models.TextField(blank=True, help_text='One on each line: its name, then what each of the things has there, with bars between: “Notice | One to three months | As the contract says”. Rows of a spreadsheet can be pasted.', verbose_name='points')),
                ('parent', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(app_label)s_%(class)s_set', to='articles.article')),
            ],
            options={
                'verbose_name': 'comparison',
                'ordering': ['ordering', 'id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='DownloadBlock',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('region', models.CharField(max_length=255)),
                ('ordering', models.IntegerField(default=0)),
                ('title', models.TextField(blank=True, help_text='What the file is: “Salary survey 2026”. Its kind and size are added.')),
                ('text', models.TextField(blank=True, help_text='One or two sentences, so that readers know whether to take it.', verbose_name='what is in it')),
                ('file', models.FileField(blank=True, help_text='A PDF, Word, Excel, PowerPoint, OpenDocument or CSV file of up to 20 MB. Readers save it under the name it has.', max_length=200, upload_to='files/')),
                ('size', models.PositiveBigIntegerField(editable=False, null=True)),
                ('parent', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(app_label)s_%(class)s_set', to='articles.article')),
            ],
            options={
                'verbose_name': 'download',
                'ordering': ['ordering', 'id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PullFigureBlock',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('region', models.CharField(max_length=255)),
                ('ordering', models.IntegerField(default=0)),
                ('number', models.TextField(blank=True, help_text='As short as it can be: “3 in 5”, “£62,000”, “41%”.')),
                ('text', models.TextField(blank=True, help_text='One sentence that is true without the rest of the guide.', verbose_name='what it says')),
                ('source', models.TextField(blank=True, help_text='Who counted, what and when: “Adverts that we read in May 2026”.')),
                ('address', models.TextField(blank=True, help_text='Where readers can look it up, if they can.', verbose_name='link to the source')),
                ('parent', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(app_label)s_%(class)s_set', to='articles.article')),
            ],
            options={
                'verbose_name': 'pull figure',
                'ordering': ['ordering', 'id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='StepsBlock',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('region', models.CharField(max_length=255)),
                ('ordering', models.IntegerField(default=0)),
                ('title', models.TextField(blank=True, help_text='What the steps lead to, such as “Before the interview”. Shown above them.')),
                ('checklist', models.BooleanField(default=False, help_text='Tick for boxes to tick off, on the screen and on paper, instead of numbers.')),
                ('items', models.TextField(blank=True, help_text='One on each line. What follows a bar | is more about it: “Agree the pay range | with the person who signs it off.”', verbose_name='steps')),
                ('parent', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(app_label)s_%(class)s_set', to='articles.article')),
            ],
            options={
                'verbose_name': 'step list or checklist',
                'verbose_name_plural': 'step lists and checklists',
                'ordering': ['ordering', 'id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='TimelineBlock',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('region', models.CharField(max_length=255)),
                ('ordering', models.IntegerField(default=0)),
                ('title', models.TextField(blank=True, help_text='Whose day it is, such as “A day in the life of a data engineer”.')),
                ('moments', models.TextField(blank=True, help_text='One on each line, the time first: “09:30 | The team says what it is working on.” “9.30am” and “14:00–15:30” are understood as well, and after a time you can leave out the bar.', verbose_name='hours')),
                ('parent', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(app_label)s_%(class)s_set', to='articles.article')),
            ],
            options={
                'verbose_name': 'timeline of a day',
                'verbose_name_plural': 'timelines of a day',
                'ordering': ['ordering', 'id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='TipBlock',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('region', models.CharField(max_length=255)),
                ('ordering', models.IntegerField(default=0)),
                ('warning', models.BooleanField(default=False, help_text='Tick when it keeps readers from harm. It is then headed “Warning” instead of “Tip”.')),
                ('html', models.TextField(blank=True, help_text='A sentence or three. What is longer belongs in the text.', verbose_name='text')),
                ('parent', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(app_label)s_%(class)s_set', to='articles.article')),
            ],
            options={
                'verbose_name': 'tip or warning',
                'verbose_name_plural': 'tips and warnings',
                'ordering': ['ordering', 'id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='VideoBlock',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('region', models.CharField(max_length=255)),
                ('ordering', models.IntegerField(default=0)),
                ('picture', models.ForeignKey(blank=True, help_text='At least 1,200 pixels wide.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='articles.picture')),
                ('title', models.TextField(blank=True, help_text='What the film shows. Readers see it under the still, which is the picture above.')),
                ('address', models.TextField(blank=True, help_text='As your browser shows it. Readers’ browsers ask the other site for nothing until they press play.', verbose_name='address at YouTube or Vimeo')),
                ('film', models.FileField(blank=True, help_text='An MP4 (H.264) or WebM file of up to 80 MB. It is played from this site, and the address is not used.', max_length=200, upload_to='files/', verbose_name='or a film of ours')),
                ('film_size', models.PositiveBigIntegerField(editable=False, null=True)),
                ('captions', models.FileField(blank=True, help_text='For a film of ours: what is said, with its times, as a WebVTT file (.vtt), for people who cannot hear it.', max_length=200, upload_to='files/')),
                ('captions_size', models.PositiveBigIntegerField(editable=False, null=True)),
                ('length', models.TextField(blank=True, help_text='Minutes and seconds, such as 3:45.')),
                ('shown_since', models.DateField(blank=True, help_text='The day on which the film was first to be seen anywhere.', null=True, verbose_name='first shown on')),
                ('transcript', models.TextField(blank=True, help_text='What is said and what can be seen, for people who cannot play the film, and for search engines.')),
                ('parent', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(app_label)s_%(class)s_set', to='articles.article')),
            ],
            options={
                'verbose_name': 'video',
                'ordering': ['ordering', 'id'],
                'abstract': False,
            },
        ),
    ]
