"""What stands against numbered copies of a paper, in words for the clerk."""

from pingyi.core.errors import Refused
from pingyi.core.files import read_file
from pingyi.core.words import Words
from pingyi.documents.domain.kept_tree import tree_of
from pingyi.documents.domain.tree import Document
from pingyi.documents.render.copies import CountedWord
from pingyi.review.papers.domain.copies import Fault, Run, fault_of, most_copies
from pingyi.review.papers.models import IssuedPaper, PaperVoiding
from pingyi.review.papers.queries.copies import given_runs
from pingyi.review.papers.queries.issued import word_that_counts

# All Word files of a run together: one that was edited may be full of pictures.
MOST_WORD_BYTES = 200 * 1024 * 1024


def held_paper(paper: IssuedPaper) -> IssuedPaper:
    """The paper, locked, so that no number is given twice; refused where it is void."""
    held: IssuedPaper = IssuedPaper.objects.select_for_update(of=("self",)).get(pk=paper.pk)
    if PaperVoiding.objects.filter(paper=held).exists():
        raise Refused(Words("这一份已经作废，没有编份号。"), code="paper.void_already")
    return held


def counted_document(paper: IssuedPaper) -> Document:
    """The paper as it is set for a copy; refused where it went out without a number."""
    if not paper.copy_number:
        raise Refused(
            Words("这一份发出时没有编份号，左上角没有地方印。要逐份编号，作废后填上份号另发一份。"),
            code="copies.not_counted",
        )
    return tree_of(paper.tree)


def counted_word(paper: IssuedPaper, run: Run) -> CountedWord:
    """The Word file that counts; refused where it has no place for the number of a copy, or is too large for many."""
    content = read_file(word_that_counts(paper))
    if len(content) * run.count > MOST_WORD_BYTES:
        raise Refused(
            Words("Word 里的图片太大，这么多份放不下。请少编几份，分几次编。"),
            code="copies.large",
            field="count",
        )
    word = CountedWord(content, paper.copy_number)
    if not word.is_counted:
        raise Refused(
            Words(
                "Word 里找不到唯一的份号{number}，没有编。在 Word 里把它写在左上角，只写一处，换上以后再编。",
                number=paper.copy_number,
            ),
            code="copies.no_place",
        )
    return word


def refuse_fault(paper: IssuedPaper, run: Run, pages: int) -> None:
    """`pages` are those of one copy."""
    fault = fault_of(run, given_runs(paper), pages)
    said = {
        Fault.COUNT: Words(
            "每份{pages}页，一次编1到{most}份。要得更多，分几次编，份号接着往下排。",
            pages=pages,
            most=most_copies(pages),
        ),
        Fault.NUMBERS_END: Words("份号从000001到999999，这么多份排不下。"),
        Fault.TAKEN: Words("这些份号里有编过的，一个号不编两份。看编过哪些，从没有编过的号起。"),
    }
    if fault is not None:
        field = "count" if fault is Fault.COUNT else "first"
        raise Refused(said[fault], code=f"copies.{fault.name.lower()}", field=field)
