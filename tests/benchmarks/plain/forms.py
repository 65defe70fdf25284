from django import forms

from tests.benchmarks.plain.models import Enquiry


class EnquiryForm(forms.ModelForm):
    class Meta:
        model = Enquiry
        fields = ["role", "name", "email", "phone", "organisation", "location", "message"]
