# SPDX-License-Identifier: Apache-2.0
"""The comments of one pull or merge request, as the interfaces of GitHub and GitLab keep them.

Usage: commentserver.py COMMENTS LOG. COMMENTS (JSON) holds the comments and is kept up to date; LOG gets a line of JSON
for each request. Prints its port, then serves until it is ended.
"""
import http.server
import json
import re
import sys
import urllib.parse

comments_file, log_file = sys.argv[1:]


def load():
    with open(comments_file, encoding="utf-8") as file:
        return json.load(file)


class Handler(http.server.BaseHTTPRequestHandler):
    def answer(self, value, status=200):
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def serve(self):
        length = int(self.headers.get("Content-Length") or 0)
        value = json.loads(self.rfile.read(length)) if length else None
        url = urllib.parse.urlparse(self.path)
        token = self.headers.get("PRIVATE-TOKEN") or self.headers.get("Authorization")
        with open(log_file, "a", encoding="utf-8") as file:
            file.write(json.dumps({"method": self.command, "path": url.path, "token": token}) + "\n")
        if token not in ("secret", "Bearer secret"):
            return self.answer({"message": "401 Unauthorized"}, 401)
        if self.command == "GET" and url.path == "/user":
            return self.answer({"id": 7})
        one = re.fullmatch(r"/repos/acorn/shop/issues/comments/(\d+)"
                           r"|/projects/12/merge_requests/5/notes/(\d+)", url.path)
        if not one and url.path not in ("/repos/acorn/shop/issues/5/comments", "/projects/12/merge_requests/5/notes"):
            return self.answer({"message": "404 Not Found"}, 404)
        comments = load()
        if self.command == "GET" and not one:
            query = urllib.parse.parse_qs(url.query)
            size, page = int(query["per_page"][0]), int(query["page"][0])
            return self.answer(comments[(page - 1) * size:page * size])
        if self.command == "POST" and not one:
            comment = {"id": len(comments) + 1, "user": {"type": "Bot"}, "author": {"id": 7}, **value}
            comments.append(comment)
        elif self.command == ("PATCH" if url.path.startswith("/repos/") else "PUT") and one:
            comment = next(each for each in comments if each["id"] == int(one[1] or one[2]))
            comment["body"] = value["body"]
        else:
            return self.answer({"message": "405 Method Not Allowed"}, 405)
        with open(comments_file, "w", encoding="utf-8") as file:
            json.dump(comments, file)
        return self.answer(comment, 201 if self.command == "POST" else 200)

    do_GET = do_POST = do_PATCH = do_PUT = serve

    def log_message(self, *arguments):
        pass


server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
print(server.server_port, flush=True)
server.serve_forever()
