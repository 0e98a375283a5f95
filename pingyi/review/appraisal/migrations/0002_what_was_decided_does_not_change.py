from django.db import migrations

from pingyi.core.triggers import refuse_changes


class Migration(migrations.Migration):
    dependencies = [("appraisal", "0001_initial")]
    operations = [
        refuse_changes("appraisal_appraisalsnapshot"),
        refuse_changes("appraisal_satisfactionresult"),
        refuse_changes("appraisal_gradedecision"),
        refuse_changes("appraisal_feedbackletter"),
        refuse_changes("appraisal_opinionverdict"),
        refuse_changes("appraisal_letteropening"),
        refuse_changes("appraisal_letterstatement"),
        refuse_changes("appraisal_statementanswer"),
    ]
