# SPDX-FileCopyrightText: The Pult authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The field's usual front door: FastAPI, one PostgreSQL row and one Celery task a job."""

import os
import uuid

import psycopg2.pool
from celery import Celery
from fastapi import FastAPI
from pydantic import BaseModel

app = FastAPI()
broker = Celery(broker=os.environ["PEER_REDIS"])
pool = psycopg2.pool.ThreadedConnectionPool(1, 40, os.environ["PEER_POSTGRES"])


class Request(BaseModel):
    prompt: str
    priority: int = 5


@app.get("/health")
async def health():
    return {"status": "pass"}


@app.post("/api/generate/text", status_code=202)
def generate(request: Request):
    job = str(uuid.uuid4())
    connection = pool.getconn()
    try:
        with connection, connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO jobs (id, kind, prompt, priority) VALUES (%s, 'text', %s, %s)",
                (job, request.prompt, request.priority),
            )
    finally:
        pool.putconn(connection)
    broker.send_task("generate", args=[job], queue="text")
    return {"id": job, "state": "queued"}
