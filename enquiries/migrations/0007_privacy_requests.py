import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Every right has a kind, a clock and an outcome, and may be used by somebody without an enquiry. What is added has
    a default of the database's, so the old code goes on storing."""

    dependencies = [
        ('enquiries', '0006_undeliverable_notices'),
        ('outbox', '0004_undeliverable'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='enquiry',
            name='is_restricted',
            field=models.BooleanField(db_default=False, default=False, help_text='Kept and not used, as the enquirer asked (UK GDPR, article 18).'),
        ),
        migrations.AddField(
            model_name='privacyrequest',
            name='acknowledged_at',
            field=models.DateTimeField(null=True, verbose_name='acknowledged'),
        ),
        migrations.AddField(
            model_name='privacyrequest',
            name='answered_at',
            field=models.DateTimeField(null=True, verbose_name='answered'),
        ),
        migrations.AddField(
            model_name='privacyrequest',
            name='email',
            field=models.EmailField(blank=True, db_default='', max_length=254, verbose_name='e-mail'),
        ),
        migrations.AddField(
            model_name='privacyrequest',
            name='extended_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='privacyrequest',
            name='extension_reason',
            field=models.TextField(blank=True, db_default=''),
        ),
        migrations.AddField(
            model_name='privacyrequest',
            name='identity_confirmed_on',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='privacyrequest',
            name='mails',
            field=models.ManyToManyField(related_name='privacy_requests', to='outbox.message'),
        ),
        migrations.AddField(
            model_name='privacyrequest',
            name='name',
            field=models.CharField(blank=True, db_default='', max_length=200),
        ),
        migrations.AddField(
            model_name='privacyrequest',
            name='outcome',
            field=models.CharField(blank=True, choices=[('agreed', 'agreed'), ('partly', 'agreed in part'), ('refused', 'refused'), ('taken_back', 'taken back by the person')], db_default='', max_length=20),
        ),
        migrations.AddField(
            model_name='privacyrequest',
            name='reminded_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='team',
            name='looks_after_data',
            field=models.BooleanField(db_default=False, default=False, help_text='Its inbox gets requests and complaints about personal data, and its members answer them. At most one team does.', verbose_name='looks after data protection'),
        ),
        migrations.AlterField(
            model_name='event',
            name='kind',
            field=models.CharField(choices=[('received', 'received'), ('quarantined', 'held as suspected spam'), ('taken', 'taken'), ('assigned', 'passed on to somebody'), ('noted', 'note'), ('replied', 'replied'), ('notified', 'notice sent'), ('bounced', 'notice bounced'), ('undeliverable', 'notice undeliverable'), ('dropped', 'notice dropped'), ('reminded', 'reminder sent'), ('escalated', 'escalated'), ('closed', 'closed'), ('reopened', 'reopened'), ('marked_spam', 'marked as spam'), ('released', 'released from spam'), ('corrected', 'corrected by the enquirer'), ('amended', 'details corrected'), ('withdrawn', 'withdrawn by the enquirer'), ('requested', 'privacy request'), ('request_done', 'privacy request dealt with'), ('downloaded', 'CV downloaded'), ('held', 'put on hold'), ('unheld', 'hold lifted'), ('request_extended', 'more time for a privacy request'), ('copied', 'copy of the data downloaded'), ('restricted', 'use restricted'), ('unrestricted', 'restriction lifted'), ('erased', 'personal data erased')], max_length=20),
        ),
        migrations.AlterField(
            model_name='privacyrequest',
            name='done_at',
            field=models.DateTimeField(null=True, verbose_name='done'),
        ),
        migrations.AlterField(
            model_name='privacyrequest',
            name='done_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by'),
        ),
        migrations.AlterField(
            model_name='privacyrequest',
            name='due_on',
            field=models.DateField(help_text='Acknowledge a complaint within 30 days, and answer a request within one month.', verbose_name='due'),
        ),
        migrations.AlterField(
            model_name='privacyrequest',
            name='enquiry',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='privacy_requests', to='enquiries.enquiry'),
        ),
        migrations.AlterField(
            model_name='privacyrequest',
            name='kind',
            field=models.CharField(choices=[('access', 'access'), ('rectification', 'rectification'), ('erasure', 'erasure'), ('restriction', 'restriction'), ('objection', 'objection'), ('portability', 'portability'), ('complaint', 'complaint')], max_length=20),
        ),
        migrations.AlterField(
            model_name='privacyrequest',
            name='received_at',
            field=models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name='received'),
        ),
        migrations.AlterField(
            model_name='privacyrequest',
            name='words',
            field=models.TextField(blank=True, verbose_name='what they asked'),
        ),
        migrations.AddIndex(
            model_name='privacyrequest',
            index=models.Index(condition=models.Q(('done_at', None)), fields=['due_on', 'id'], name='privacy_request_open'),
        ),
        migrations.AddConstraint(
            model_name='team',
            constraint=models.UniqueConstraint(condition=models.Q(('looks_after_data', True)), fields=('looks_after_data',), name='one_data_protection_team'),
        ),
    ]
