"""`found`: a new institution with its first clerk, who opens all other accounts in the office."""

import json
from argparse import ArgumentParser, Namespace

summary = "建立一个单位和它的第一位经办人，打印一次临时密码"
needs_django = True


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--code", required=True, help="单位代号，小写字母、数字和横线，例如 example-university"
    )
    parser.add_argument("--name", required=True, help="单位全称，显示在每一页上")
    parser.add_argument("--short-name", default="", help="单位简称；不写就用全称的前几个字")
    parser.add_argument("--clerk", required=True, help="第一位经办人的工号，登录时用")
    parser.add_argument("--clerk-name", required=True, help="第一位经办人的姓名")
    parser.add_argument("--json", action="store_true", help="输出 JSON")


def run(options: Namespace) -> int:
    """Prints the staff number and the temporary password, which stands nowhere else."""
    from django.core.management import call_command

    from pingyi.core.clock import now
    from pingyi.organisations.services.found_institution import found_institution

    call_command("migrate", verbosity=0)
    institution, opened = found_institution(
        code=options.code,
        name=options.name,
        short_name=options.short_name or options.name[:12],
        clerk_username=options.clerk,
        clerk_name=options.clerk_name,
        now=now(),
    )
    told = {
        "institution": institution.name,
        "username": opened.account.username,
        "temporary_password": opened.temporary_password,
    }
    if options.json:
        print(json.dumps(told, ensure_ascii=False))
    else:
        print(f"建好了：{institution.name}\n工号：{options.clerk}\n临时密码：{opened.temporary_password}")
        print("密码只显示这一次，连横线一起输入。第一次登录后会请您换掉。")
    return 0
