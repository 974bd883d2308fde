// SPDX-License-Identifier: Apache-2.0
#include "editscript.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace meshdraft::tests {

namespace {

Data dataOf(const std::string& yaml)
{
    return Data::of(source::parseText(yaml)->documents.front()->root());
}

Data& at(Data& data, const std::string& key)
{
    if (!data.map.contains(key))
        data.keys.push_back(key);
    data.kind = Data::Kind::Map;
    return data.map[key];
}

void erase(Data& data, const std::string& key)
{
    data.map.erase(key);
    std::erase(data.keys, key);
}

/// One scalar in one of several spellings.
std::string spelled(const std::string& json, quint32 hand)
{
    const bool isText = json.starts_with('"');
    const std::string inner = isText ? json.substr(1, json.size() - 2) : json;
    const bool isPlain = isText && std::ranges::all_of(inner, [](char c) { return std::isalpha(c) != 0 || c == '-'; });
    if (isPlain && hand % 2 == 0)
        return inner;
    return isText && hand % 3 == 0 ? '\'' + inner + '\'' : json;
}

void writeBlock(const Data& data, std::size_t depth, quint32 hand, std::string& out)
{
    const std::string indent(2 * depth, ' ');
    const auto writeValue = [&](const Data& value, std::size_t inner) {
        if (value.kind == Data::Kind::Scalar) {
            out += ' ' + spelled(value.scalar, hand) + '\n';
        } else if (value.map.empty() && value.list.empty()) {
            out += value.kind == Data::Kind::Map ? " {}\n" : " []\n";
        } else {
            out += '\n';
            writeBlock(value, inner, hand, out);
        }
    };
    std::vector<std::string> keys = data.keys;
    if (hand % 5 == 1)
        std::ranges::reverse(keys);
    for (const std::string& key : keys) {
        if (hand % 7 == 1 && key == "http")
            out += indent + "# looked after by the team\n";
        out += indent + key + ':';
        writeValue(data.map.at(key), depth + 1);
    }
    for (const Data& item : data.list) {
        out += indent + '-';
        writeValue(item, depth + 1);
    }
}

QString change(std::string_view operation, const std::string& path, const std::string& before, const std::string& after)
{
    return QString::fromStdString(std::string(operation) + ' ' + path + ' ' + before + "->" + after);
}

std::string routePath(const std::vector<int>& routes, int route)
{
    return "spec.http[" + std::to_string(std::ranges::find(routes, route) - routes.begin()) + ']';
}

} // namespace

EditScript::EditScript(quint32 seed, Edit main)
    : m_random(seed)
{
    for (int i = 0; i < 8; ++i)
        m_old.push_back(make(i));
    m_new = m_old;
    m_done.resize(m_old.size());
    const auto first = static_cast<std::size_t>(pick(8));
    edit(first, main);
    // One more edit elsewhere, of any sort: they must not hide one another.
    const auto other = (first + 1 + static_cast<std::size_t>(pick(7))) % 8;
    if (main != Edit::Split)
        edit(other, static_cast<Edit>(pick(editCount)));
    m_before = filesOf(m_old);
    m_after = filesOf(m_new);
}

EditScript::Document EditScript::make(int number)
{
    const std::string n = std::to_string(number);
    Document document{.kind = {},
                      .ns = pick(2) == 0 ? "shop" : "pay",
                      .name = "r" + n,
                      .file = "mesh/f" + std::to_string(number / 3) + ".yaml",
                      .spec = {},
                      .routes = {},
                      .hand = m_random.generate()};
    switch (number % 4) {
    case 0: {
        document.kind = "VirtualService";
        std::string text = "hosts: [a" + n + ", b" + n + ", c" + n + "]\ngateways: [mesh, g" + n + "]\nhttp:\n";
        const bool isNamed = pick(2) == 0;
        for (int i = 0; i < 5; ++i) {
            const std::string r = std::to_string(i);
            text += "- timeout: " + std::to_string(i + 2) + "s\n" + (isNamed ? "  name: route" + r + "\n" : "")
                + "  match: [{uri: {prefix: /p" + r + "}, headers: {x-" + r + ": {exact: v" + r + "}}}]\n"
                + "  route:\n  - {destination: {host: h" + r + ", subset: s1}, weight: 60}\n"
                + "  - {destination: {host: h" + r + ", subset: s2}, weight: 40}\n";
            document.routes.push_back(i);
        }
        document.spec = dataOf(text);
        break;
    }
    case 1:
        document.kind = "DestinationRule";
        document.spec = dataOf("host: h" + n
                               + "\nsubsets:\n- {name: s1, labels: {v: a}}\n- {name: s2, labels: {v: b}}\n"
                                 "- {name: s3, labels: {v: c}}\nexportTo: [x, w, z]\n");
        break;
    case 2:
        document.kind = "AuthorizationPolicy";
        document.spec = dataOf("rules:\n- from: [{source: {namespaces: [n" + n + "]}}, {source: {principals: [p" + n
                               + "]}}]\n- to: [{operation: {methods: [GET], paths: [/a, /b, /c]}}]\n"
                                 "- when: [{key: k, values: [v"
                               + n + "]}]\n");
        break;
    default:
        document.kind = "Gateway";
        document.spec =
            dataOf("selector: {istio: g" + n
                   + "}\nservers:\n- port: {number: 80, name: http, protocol: HTTP}\n"
                     "  hosts: [a.example, b.example]\n- port: {number: 443, name: https, protocol: HTTPS}\n"
                     "  hosts: [a.example]\n  tls: {mode: SIMPLE, credentialName: c"
                   + n + "}\n");
        break;
    }
    return document;
}

void EditScript::edit(std::size_t place, Edit what)
{
    Document& document = m_new[place];
    Done& done = m_done[place];
    if (document.isGone)
        return;
    switch (what) {
    case Edit::Reorder:
        reorder(document, done);
        break;
    case Edit::Rename:
        rename(document, done);
        break;
    case Edit::Move:
        document.file = "mesh/moved.yaml";
        // Moved and changed at once is a change that has another file.
        if (pick(3) == 0)
            changeField(document, done);
        break;
    case Edit::Split:
        split(document.file);
        break;
    case Edit::Fields:
        changeField(document, done);
        if (document.kind == "VirtualService")
            changeRoutes(document, done);
        break;
    case Edit::Looks:
        document.hand += 1 + static_cast<quint32>(pick(50));
        done.isRewritten = true;
        break;
    case Edit::Whole:
        changeWhole(place);
        break;
    }
}

void EditScript::reorder(Document& document, Done& done)
{
    const auto turn = [](Data& list) { std::ranges::rotate(list.list, list.list.begin() + 1); };
    done.isReordered = true;
    if (document.kind == "VirtualService" && pick(2) == 0) {
        done.isReordered = false;
        done.isOrdered = true;
        moveRoute(document, done);
    } else if (document.kind == "VirtualService") {
        turn(at(document.spec, pick(2) == 0 ? "hosts" : "gateways"));
    } else if (document.kind == "DestinationRule") {
        turn(at(document.spec, pick(2) == 0 ? "subsets" : "exportTo"));
    } else if (document.kind == "AuthorizationPolicy") {
        Data& rules = at(document.spec, "rules");
        turn(pick(2) == 0 ? rules : at(rules.list[0], "from"));
    } else {
        turn(at(document.spec, "servers"));
    }
}

/// Over two others at least: then it is that route and no other one that moved.
void EditScript::moveRoute(Document& document, Done& done)
{
    Data& http = at(document.spec, "http");
    const bool isDown = pick(2) == 0;
    const int from = isDown ? pick(2) : 3 + pick(2);
    const int to = isDown ? from + 2 + pick(3 - from) : from - 2 - pick(from - 2);
    const auto move = [&](auto& list) {
        auto item = std::move(list[static_cast<std::size_t>(from)]);
        list.erase(list.begin() + from);
        list.insert(list.begin() + to, std::move(item));
    };
    move(http.list);
    move(document.routes);
    done.fields.emplace_back([from, to](const Document&, const Document&) {
        return change("moved", "spec.http[" + std::to_string(to) + ']', std::to_string(from), std::to_string(to));
    });
}

void EditScript::rename(Document& document, Done& done)
{
    const bool isNamespace = pick(3) == 0;
    std::string& value = isNamespace ? document.ns : document.name;
    const std::string old = std::exchange(value, value + "-new");
    done.isRenamed = true;
    if (pick(3) == 0)
        document.file = "mesh/renamed.yaml";
    done.fields.emplace_back([old, now = value, isNamespace](const Document&, const Document&) {
        return change("modified", isNamespace ? "metadata.namespace" : "metadata.name", old, now);
    });
}

void EditScript::split(const std::string& file)
{
    const std::string name = file;
    for (Document& document : m_new) {
        if (document.file == name)
            document.file = "mesh/split/" + document.name + ".yaml";
    }
}

void EditScript::changeField(Document& document, Done& done)
{
    const auto say = [&](std::string_view operation, const std::string& path, const std::string& before,
                         const std::string& after) {
        const QString text = change(operation, path, before, after);
        done.fields.emplace_back([text](const Document&, const Document&) { return text; });
    };
    if (document.kind == "VirtualService") {
        at(document.spec, "hosts").list.push_back(dataOf("z.example"));
        say("added", "spec.hosts[3]", "", "z.example");
    } else if (document.kind == "DestinationRule" && pick(2) == 0) {
        std::erase_if(at(document.spec, "subsets").list,
                      [](const Data& subset) { return subset.map.at("name").scalar == "\"s2\""; });
        say("removed", "spec.subsets[1]", "{\"labels\": {\"v\": \"b\"}, \"name\": \"s2\"}", "");
    } else if (document.kind == "DestinationRule") {
        at(at(document.spec, "trafficPolicy"), "loadBalancer") = dataOf("{simple: RANDOM}");
        say("added", "spec.trafficPolicy", "", "{\"loadBalancer\": {\"simple\": \"RANDOM\"}}");
    } else if (document.kind == "AuthorizationPolicy" && pick(2) == 0) {
        at(document.spec, "action") = dataOf("DENY");
        say("added", "spec.action", "", "DENY");
    } else if (document.kind == "AuthorizationPolicy") {
        // In front: the others are who they were.
        Data& rules = at(document.spec, "rules");
        rules.list.insert(rules.list.begin(), dataOf("from: [{source: {ipBlocks: [10.0.0.0/8]}}]"));
        say("added", "spec.rules[0]", "", "{\"from\": [{\"source\": {\"ipBlocks\": [\"10.0.0.0/8\"]}}]}");
    } else {
        Data& port = at(at(document.spec, "servers").list[0], "port");
        at(port, "number") = dataOf("8080");
        say("modified", "spec.servers[0].port.number", "80", "8080");
    }
}

/// A route comes or goes, and another one changes.
void EditScript::changeRoutes(Document& document, Done& done)
{
    Data& http = at(document.spec, "http");
    const auto index = static_cast<std::size_t>(1 + pick(4));
    const int route = document.routes[index];
    if (pick(2) == 0) {
        Data& timeout = at(http.list[index], "timeout");
        const std::string old = std::exchange(timeout, dataOf("9s")).scalar;
        done.fields.emplace_back([route, old](const Document&, const Document& after) {
            return change("modified", routePath(after.routes, route) + ".timeout", old.substr(1, old.size() - 2), "9s");
        });
    } else {
        const std::string old = http.list[index].map.at("timeout").scalar;
        erase(http.list[index], "timeout");
        done.fields.emplace_back([route, old](const Document& before, const Document&) {
            return change("removed", routePath(before.routes, route) + ".timeout", old.substr(1, old.size() - 2), "");
        });
    }
    if (pick(2) == 0) {
        const Data added = dataOf("{match: [{uri: {exact: /new}}], redirect: {uri: /}}");
        http.list.insert(http.list.begin(), added);
        document.routes.insert(document.routes.begin(), 100);
        done.fields.emplace_back([added](const Document&, const Document&) {
            return change("added", "spec.http[0]", "", added.sortedText({}));
        });
    } else {
        const std::string gone = http.list.front().sortedText({});
        http.list.erase(http.list.begin());
        document.routes.erase(document.routes.begin());
        done.fields.emplace_back(
            [gone](const Document&, const Document&) { return change("removed", "spec.http[0]", gone, ""); });
    }
}

void EditScript::changeWhole(std::size_t place)
{
    if (pick(2) == 0) {
        m_new[place].isGone = true;
        return;
    }
    m_new.push_back(make(static_cast<int>(10 + m_new.size())));
    m_new.back().isNew = true;
    m_new.back().file = m_old[place].file;
    m_done.emplace_back();
}

EditScript::Files EditScript::filesOf(const std::vector<Document>& documents) const
{
    std::map<std::string, std::string> files;
    for (const Document& document : documents) {
        if (document.isGone)
            continue;
        std::string text = "---\n";
        text += document.kind == "AuthorizationPolicy" ? "apiVersion: security.istio.io/v1\n"
                                                       : "apiVersion: networking.istio.io/v1\n";
        text += "kind: " + document.kind + "\nmetadata:\n  name: " + document.name + "\n  namespace: " + document.ns
            + "\nspec:";
        if (document.hand % 11 == 1) {
            text += ' ' + document.spec.text() + '\n';
        } else {
            text += '\n';
            writeBlock(document.spec, 1, document.hand, text);
        }
        files[document.file] += text;
    }
    return {files.begin(), files.end()};
}

QStringList EditScript::truth() const
{
    QStringList lines;
    for (std::size_t i = 0; i < m_new.size(); ++i) {
        const Document& now = m_new[i];
        const Done& done = m_done[i];
        const Document& old = now.isNew ? now : m_old[i];
        const auto nameOf = [](const Document& document) {
            return QString::fromStdString(document.kind + ' ' + document.ns + '/' + document.name);
        };
        QStringList fields;
        for (const auto& field : done.fields)
            fields.append(field(old, now));
        const bool isMoved = now.file != old.file && !now.isGone;
        std::string_view kind;
        if (now.isGone) {
            kind = "removed";
        } else if (now.isNew) {
            kind = "added";
        } else if (done.isRenamed) {
            kind = "renamed";
        } else if (done.isOrdered && fields.size() == 1) {
            kind = "reordered";
        } else if (!fields.isEmpty()) {
            kind = "modified";
        } else if (isMoved) {
            kind = "moved";
        } else if (done.isReordered) {
            kind = "reordered-freely";
        } else if (done.isRewritten && filesOf({old}) != filesOf({now})) {
            kind = "text";
        } else {
            continue;
        }
        const QString place = QString::fromStdString(isMoved          ? old.file + " -> " + now.file
                                                         : now.isGone ? old.file
                                                                      : now.file);
        lines.append(line(kind, done.isRenamed ? nameOf(old) + u" -> "_s + nameOf(now) : nameOf(now), place, fields));
    }
    lines.sort();
    return lines;
}

QString EditScript::line(std::string_view kind, const QString& name, const QString& place, QStringList fields)
{
    fields.sort();
    return QString::fromUtf8(kind.data(), qsizetype(kind.size())) + u' ' + name + u" in "_s + place + u": "_s
        + fields.join(u"; "_s);
}

} // namespace meshdraft::tests
