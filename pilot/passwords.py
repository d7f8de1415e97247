from django.contrib.auth.password_validation import MinimumLengthValidator


class LongEnough(MinimumLengthValidator):
    """Django's own, of which the message is not there in Dutch."""

    def get_error_message(self):
        return f"Dit wachtwoord is te kort: het heeft ten minste {self.min_length} tekens."

    def get_help_text(self):
        return f"Het wachtwoord heeft ten minste {self.min_length} tekens."
