"""Made-up duty reports for measuring likeness: honest ones, and ones with planted copies whose places are known.

Nobody's text: the words are drawn by a seed. Two vocabularies that share no phrase: `trial` is for developing, `final`
for the figures that are reported, so that nothing is tuned on what is then shown.
"""

from tests.factories.prose.cycle import PlantedCopy, ProseCycle, make_prose_cycle
from tests.factories.prose.final import FINAL
from tests.factories.prose.trial import TRIAL
from tests.factories.prose.words import Vocabulary

__all__ = ["FINAL", "TRIAL", "PlantedCopy", "ProseCycle", "Vocabulary", "make_prose_cycle"]
