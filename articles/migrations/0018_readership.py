"""What guides do for their readers, counted by day and month; tables that older code does not look at."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0017_pictures'),
    ]

    operations = [
        migrations.CreateModel(
            name='SiteDay',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField()),
                ('what', models.CharField(choices=[('viewed', 'views'), ('found', 'searches that found it'), ('started', 'enquiries started'), ('searched', 'searches'), ('missed', 'searches that found nothing')], max_length=10)),
                ('role', models.CharField(blank=True, help_text='Of enquiries: what the visitor said they are.', max_length=20)),
                ('number', models.PositiveIntegerField()),
            ],
            options={
                'abstract': False,
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('day', 'what', 'role'), name='one_count_of_the_site')],
            },
        ),
        migrations.CreateModel(
            name='AskedFor',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64)),
                ('day', models.DateField()),
                ('words', models.CharField(blank=True, max_length=60)),
                ('number', models.PositiveIntegerField()),
                ('guide', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='articles.article')),
            ],
            options={
                'default_permissions': (),
                'indexes': [models.Index(fields=['day'], name='asked_for_day')],
                'constraints': [models.UniqueConstraint(fields=('digest', 'day'), name='one_count_of_words_a_day')],
            },
        ),
        migrations.CreateModel(
            name='GuideDay',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField()),
                ('what', models.CharField(choices=[('viewed', 'views'), ('found', 'searches that found it'), ('started', 'enquiries started'), ('searched', 'searches'), ('missed', 'searches that found nothing')], max_length=10)),
                ('role', models.CharField(blank=True, help_text='Of enquiries: what the visitor said they are.', max_length=20)),
                ('number', models.PositiveIntegerField()),
                ('guide', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='articles.article')),
            ],
            options={
                'abstract': False,
                'default_permissions': (),
                'indexes': [models.Index(fields=['day', 'what'], name='guide_day_what')],
                'constraints': [models.UniqueConstraint(fields=('guide', 'day', 'what', 'role'), name='one_count_of_a_day')],
            },
        ),
        migrations.CreateModel(
            name='GuideMonth',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField()),
                ('what', models.CharField(choices=[('viewed', 'views'), ('found', 'searches that found it'), ('started', 'enquiries started'), ('searched', 'searches'), ('missed', 'searches that found nothing')], max_length=10)),
                ('role', models.CharField(blank=True, help_text='Of enquiries: what the visitor said they are.', max_length=20)),
                ('number', models.PositiveIntegerField()),
                ('guide', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='articles.article')),
            ],
            options={
                'abstract': False,
                'default_permissions': (),
                'indexes': [models.Index(fields=['day', 'what'], name='guide_month_what')],
                'constraints': [models.UniqueConstraint(fields=('guide', 'day', 'what', 'role'), name='one_count_of_a_month')],
            },
        ),
    ]
