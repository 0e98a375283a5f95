"""One whole review, played through the real HTTP doors of a server of its own.

server.py     that server, its data folder and its clock
office.py     somebody at the office door, as a browser: a cookie jar, forms, downloads
phone.py      a voter's phone
play.py       what is known so far: who signed in, which cycle, which meeting
stages/       one stage of the review each
"""
