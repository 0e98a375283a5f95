"""What the one who started the demonstration is told."""

import io

import segno

from pingyi.doors.cli.demonstration.prepare import PASSWORD, Notes


def told(notes: Notes, address: str, *, is_reachable: bool) -> str:
    """Addresses, accounts, one code for a phone."""
    slip = f"{address}{notes.slips[0]}"
    only_here = "" if is_reachable else "（只有这台电脑打得开；要用手机，加 --lan 重新启动）"
    return "\n".join(
        [
            "",
            f"办公页面　　{address}/office/",
            f"会场大屏　　{address}{notes.hall}",
            f"手机投票　　{slip}{only_here}",
            "",
            f"账号的密码都是 {PASSWORD}",
            *_accounts(notes),
            "",
            "示例理工学院正在投票，用监票人账号可以关箱；示例医科大学已经开过会，正在整改。",
            "",
            _code(slip),
            "按 Ctrl-C 停。下次启动接着用，数据都在。",
        ]
    )


def _accounts(notes: Notes) -> list[str]:
    lines: list[str] = []
    for institution in dict.fromkeys(line.institution for line in notes.accounts):
        lines.append(institution)
        lines += [
            f"  {line.username:<14}{line.role}　{line.name}".rstrip("　")
            for line in notes.accounts
            if line.institution == institution
        ]
    return lines


def _code(link: str) -> str:
    """The QR code in characters, two rows to a line."""
    drawn = io.StringIO()
    segno.make(link, error="l").terminal(out=drawn, compact=True)
    return drawn.getvalue()
