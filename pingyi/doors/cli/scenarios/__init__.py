"""The two reference reviews: what the reports in the field tell of them, and, said apart, what had to be assumed.

scenario.py   the shape of a scenario
seed_a.py · seed_b.py   the facts and the assumptions
turnout.py    how many people of each class come
names.py · people.py · register.py   made-up people and the workbook that a clerk would import
words.py      made-up reports, comments and measures
"""

from pingyi.doors.cli.scenarios.scenario import Scenario
from pingyi.doors.cli.scenarios.seed_a import SEED_A
from pingyi.doors.cli.scenarios.seed_b import SEED_B

SCENARIOS: dict[str, Scenario] = {scenario.key: scenario for scenario in (SEED_A, SEED_B)}
