#!/usr/bin/env python3
"""Files a ticket and handles it to its end, as systems written for loonflow do: signed with MD5, standard library only.

    export LOONFLOW_URL=http://localhost:5080 LOONFLOW_APP=oa LOONFLOW_SECRET=...
    python3 approve.py WORKFLOW CREATOR FORM HANDLER...

WORKFLOW is its name, FORM the values as JSON; those whose turn it is handle it in the order in which they are named.
"""
import hashlib
import json
import os
import sys
import time
import urllib.parse
import urllib.request

AGREE = 1
REQUIRED, OPTIONAL = 2, 3


class Refused(Exception):
    """The answer was no: msg says why to people, error.code to programs."""


class LoonFlow:
    def __init__(self, url, app, secret):
        self.url, self.app, self.secret = url.rstrip("/"), app, secret

    def call(self, method, path, user, body=None, **query):
        """Sends one request for a person and gives the data of the answer."""
        address = f"{self.url}/api/v1.0{path}"

        if query:
            address += "?" + urllib.parse.urlencode(query)

        timestamp = str(int(time.time()))
        signature = hashlib.md5((timestamp + self.secret).encode()).hexdigest()
        request = urllib.request.Request(
            address,
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={
                "appname": self.app,
                "timestamp": timestamp,
                "signature": signature,
                # Headers are bytes; names in other letters travel as UTF-8.
                "username": user.encode().decode("latin-1"),
            },
        )

        with urllib.request.urlopen(request, timeout=30) as response:
            answer = json.load(response)

        if answer["code"] != 0:
            raise Refused(f"{method} {path}: {answer['msg']} {answer.get('error', {})}")

        return answer["data"]


def file(loonflow, workflow, creator, form):
    """List the workflows, take the form of one, fill it in, press its button."""
    found = loonflow.call("GET", "/workflows", creator, name=workflow, per_page=100)["value"]
    chosen = next(one for one in found if one["name"] == workflow)
    start = loonflow.call("GET", f"/workflows/{chosen['id']}/init_state", creator)

    print(f"{workflow}: {', '.join(name_of(field) for field in start['field_list'])}")
    missing = [field["field_name"] for field in start["field_list"] if field["field_attribute"] == REQUIRED and field["field_key"] not in form]

    if missing:
        sys.exit(f"The form also needs: {', '.join(missing)}")

    button = start["transition"][0]
    filed = loonflow.call(
        "POST", "/tickets", creator, {"workflow_id": chosen["id"], "transition_id": button["transition_id"], **form}
    )
    print(f"{creator}: {button['transition_name']} → ticket {filed['ticket_id']}")

    return filed["ticket_id"]


def handle(loonflow, ticket, user, form):
    """Look into the duties, open the ticket, press a button; claim it first where several people may act."""
    while duty(loonflow, ticket, user):
        detail = loonflow.call("GET", f"/tickets/{ticket}", user)["value"]
        buttons = loonflow.call("GET", f"/tickets/{ticket}/transitions", user)["value"]
        history = loonflow.call("GET", f"/tickets/{ticket}/flowlogs", user)["value"]
        steps = loonflow.call("GET", f"/tickets/{ticket}/flowsteps", user)["value"]

        if not buttons:
            return

        print(f"{user}: {detail['title']}, {len(history)} lines of history in {len(steps)} states")
        button = next((one for one in buttons if one["attribute_type_id"] == AGREE), buttons[0])

        if button["alert_enable"]:
            print(f"  (asked: {button['alert_text']})")

        if button["is_accept"]:
            loonflow.call("POST", f"/tickets/{ticket}/accept", user, {})
            print(f"{user}: {button['transition_name']}")
        elif button["in_add_node"]:
            loonflow.call("POST", f"/tickets/{ticket}/add_node_end", user, {"suggestion": "done"})
            print(f"{user}: {button['transition_name']}")
            return
        else:
            fields = {
                field["field_key"]: form[field["field_key"]]
                for field in detail["field_list"]
                if field["field_attribute"] in (REQUIRED, OPTIONAL) and field["field_key"] in form
            }
            loonflow.call(
                "PATCH", f"/tickets/{ticket}", user, {"transition_id": button["transition_id"], "suggestion": "fine", **fields}
            )
            print(f"{user}: {button['transition_name']}")
            return


def duty(loonflow, ticket, user):
    return loonflow.call("GET", "/tickets", user, category="duty", ticket_ids=ticket)["total"] > 0


def name_of(field):
    return field["field_name"] + ("*" if field["field_attribute"] == REQUIRED else "")


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)

    workflow, creator, form, handlers = sys.argv[1], sys.argv[2], json.loads(sys.argv[3]), sys.argv[4:]
    loonflow = LoonFlow(os.environ["LOONFLOW_URL"], os.environ["LOONFLOW_APP"], os.environ["LOONFLOW_SECRET"])
    ticket = file(loonflow, workflow, creator, form)

    for handler in handlers:
        handle(loonflow, ticket, handler, form)

    detail = loonflow.call("GET", f"/tickets/{ticket}", creator)["value"]
    print(f"ticket {ticket}: {detail['state']['state_name']}, {'over' if detail['is_end'] else 'not over'}")


if __name__ == "__main__":
    try:
        main()
    except Refused as refused:
        sys.exit(str(refused))
