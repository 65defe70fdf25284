from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("enquiries", "0028_viewings")]

    operations = [
        # Changes no column: what may be blank is a rule of forms.
        migrations.AlterField(
            "enquiry",
            "email",
            models.EmailField(
                blank=True,
                help_text="Empty when they gave us a phone number alone; then no mail goes to them.",
                max_length=254,
                verbose_name="e-mail",
            ),
        ),
    ]
