# SPDX-FileCopyrightText: The Pult authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A Celery task that does nothing and keeps no result."""

import os

from celery import Celery

app = Celery(broker=os.environ["PEER_REDIS"])
app.conf.task_ignore_result = True


@app.task(name="noop")
def noop():
    pass
