import django_filters
from crispy_forms.helper import FormHelper
from django import forms

from pilot.models import User
from pilot.roles import Role


class FilterSet(django_filters.FilterSet):
    """A filter bar: a GET form of which the page writes the <form> itself."""

    @property
    def form(self):
        form = super().form
        if not hasattr(form, "helper"):
            form.helper = FormHelper()
            form.helper.form_tag = False
            form.helper.disable_csrf = True
        return form


class UserFilter(FilterSet):
    rol = django_filters.ChoiceFilter(
        label="Rol",
        field_name="memberships__role",
        choices=Role.choices,
        empty_label="alle",
        distinct=True,
    )
    actief = django_filters.ChoiceFilter(
        label="Mag inloggen",
        field_name="is_active",
        choices=[("1", "ja"), ("0", "nee")],
        empty_label="alle",
    )

    class Meta:
        model = User
        fields = []


class FilterForm(forms.Form):
    """The same bar for what does not come from one query: the form is its own filter."""

    @property
    def form(self):
        if not hasattr(self, "helper"):
            self.helper = FormHelper()
            self.helper.form_tag = False
            self.helper.disable_csrf = True
        return self
