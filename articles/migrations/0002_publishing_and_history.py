import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ApprovalRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.TextField(help_text='Who is asked; their answer stands in the history under this name.')),
                ('email', models.EmailField(blank=True, help_text='The link is sent there. Leave empty to send it yourself.', max_length=254, verbose_name='e-mail')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('expires_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
            ],
            options={
                'ordering': ['-created_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='DraftVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('stored', models.JSONField()),
                ('row_ids', models.JSONField(default=list)),
                ('is_aside', models.BooleanField(default=False)),
                ('token', models.CharField(blank=True, max_length=36)),
                ('saved_at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'ordering': ['-saved_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='GuideEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('published', 'Published'), ('withdrawn', 'Withdrawn'), ('scheduled', 'Publication scheduled'), ('withdrawal_scheduled', 'Withdrawal scheduled'), ('unscheduled', 'Schedule cancelled'), ('not_published', 'Scheduled publication failed'), ('restored', 'Earlier revision restored into the draft'), ('discarded', 'Draft changes discarded'), ('repaired', 'Draft repaired'), ('set_aside', 'Somebody saved meanwhile; this version was set aside'), ('merged', 'Version that was set aside taken into the draft'), ('sent_for_review', 'Sent for review'), ('sent_back', 'Sent back to its author'), ('reviewed', 'Checked, still right'), ('shared', 'Shared for approval'), ('unshared', 'Sharing ended'), ('approved', 'Approved'), ('commented', 'Commented')], max_length=24)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('by_name', models.CharField(blank=True, max_length=120)),
                ('note', models.TextField(blank=True)),
            ],
            options={
                'ordering': ['-at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='ReviewReminder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('week', models.DateField()),
            ],
        ),
        migrations.CreateModel(
            name='Term',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(help_text='As it should be written: JavaScript.', max_length=80, unique=True)),
                ('avoid', models.TextField(blank=True, help_text='How it should not be written, separated by commas: Javascript, Java Script.', verbose_name='not')),
                ('is_known', models.BooleanField(default=False, help_text='Tick for an abbreviation that needs no explanation, such as CV or HTML.', verbose_name='known to every reader')),
            ],
            options={
                'verbose_name': 'word list entry',
                'verbose_name_plural': 'word list',
                'ordering': ['name'],
            },
        ),
        migrations.AlterModelOptions(
            name='article',
            options={'ordering': ['-saved_at'], 'permissions': [('publish_article', 'Can publish, schedule and withdraw guides'), ('override_article', 'Can publish a guide that the checks hold back, with a reason'), ('change_every_article', 'Can change the guides of others')], 'verbose_name': 'guide'},
        ),
        migrations.AddField(
            model_name='article',
            name='owner',
            field=models.ForeignKey(blank=True, help_text='Looks after this guide: its reviews are asked of them, and authors may edit only what is theirs.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='article',
            name='review_by',
            field=models.DateField(editable=False, help_text='When somebody should check that the guide is still right.', null=True),
        ),
        migrations.AddField(
            model_name='article',
            name='reviewed_on',
            field=models.DateField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='article',
            name='sent_for_review_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='article',
            name='version',
            field=models.PositiveIntegerField(db_default=0, default=0, editable=False),
        ),
        migrations.AddField(
            model_name='article',
            name='withdraw_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='article',
            name='withdrawn_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='revision',
            name='goes_live_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='revision',
            name='is_substantive',
            field=models.BooleanField(db_default=True, default=True),
        ),
        migrations.AddField(
            model_name='revision',
            name='note',
            field=models.TextField(blank=True, db_default='', default=''),
        ),
        migrations.AddField(
            model_name='revision',
            name='overrides',
            field=models.JSONField(db_default=models.Value([], models.JSONField()), default=list),
        ),
        migrations.AddField(
            model_name='revision',
            name='review_by',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='revision',
            name='shows_note',
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AddField(
            model_name='revision',
            name='went_live_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddIndex(
            model_name='article',
            index=models.Index(condition=models.Q(('withdraw_at__isnull', False)), fields=['withdraw_at'], name='guide_to_withdraw'),
        ),
        migrations.AddIndex(
            model_name='article',
            index=models.Index(condition=models.Q(('review_by__isnull', False)), fields=['review_by'], name='guide_review_by'),
        ),
        migrations.AddIndex(
            model_name='revision',
            index=models.Index(condition=models.Q(('goes_live_at__isnull', False)), fields=['goes_live_at'], name='to_go_live'),
        ),
        migrations.AddConstraint(
            model_name='revision',
            constraint=models.UniqueConstraint(condition=models.Q(('goes_live_at__isnull', False)), fields=('article',), name='one_scheduled_revision_per_guide'),
        ),
        migrations.AddField(
            model_name='approvalrequest',
            name='article',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='approval_requests', to='articles.article'),
        ),
        migrations.AddField(
            model_name='approvalrequest',
            name='created_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='approvalrequest',
            name='voice',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='articles.author'),
        ),
        migrations.AddField(
            model_name='draftversion',
            name='article',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='articles.article'),
        ),
        migrations.AddField(
            model_name='draftversion',
            name='saved_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='guideevent',
            name='article',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='events', to='articles.article'),
        ),
        migrations.AddField(
            model_name='guideevent',
            name='by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='guideevent',
            name='request',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='events', to='articles.approvalrequest'),
        ),
        migrations.AddField(
            model_name='guideevent',
            name='revision',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='events', to='articles.revision'),
        ),
        migrations.AddField(
            model_name='guideevent',
            name='version',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='events', to='articles.draftversion'),
        ),
        migrations.AddField(
            model_name='reviewreminder',
            name='owner',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddConstraint(
            model_name='draftversion',
            constraint=models.UniqueConstraint(condition=models.Q(('is_aside', False)), fields=('article', 'number'), name='one_draft_version_per_number'),
        ),
        migrations.AddIndex(
            model_name='guideevent',
            index=models.Index(fields=['article', '-at'], name='guide_history'),
        ),
        migrations.AddConstraint(
            model_name='reviewreminder',
            constraint=models.UniqueConstraint(fields=('owner', 'week'), name='one_review_reminder_a_week'),
        ),
    ]
