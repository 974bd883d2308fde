// SPDX-License-Identifier: Apache-2.0
#include "app/cli/testformats.h"

#include "models/workspace/trafficwords.h"
#include "models/workspace/words.h"

#include <QJsonDocument>
#include <QXmlStreamWriter>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace meshdraft::cli {
namespace {

QString at(const Location& where)
{
    QString text = workspace::printable(where.path);
    if (where.line > 0)
        text += u":%1:%2"_s.arg(where.line).arg(where.column);
    return text;
}

QString mismatchText(const traffic::Mismatch& mismatch)
{
    return u"%1: expected %2, got %3"_s.arg(workspace::printable(mismatch.field),
                                            workspace::printable(mismatch.expected),
                                            workspace::printable(mismatch.actual));
}

/// The lines that decide what really happens.
QString decidedBy(const TestReport::Suite& suite, const traffic::Answer& answer)
{
    QStringList places;
    for (const traffic::Share& share : answer.shares) {
        const QString place = placeText(*suite.view, share.because.isNull() ? share.element : share.because);
        if (!place.isEmpty() && !places.contains(place))
            places.append(place);
    }
    const QString route = placeText(*suite.view, answer.routeElement);
    if (places.isEmpty() && !route.isEmpty())
        places.append(route);
    return places.join(u", "_s);
}

QByteArray writeText(const TestReport& report)
{
    QString out;
    std::size_t passed = 0;
    for (const auto& suite : report.suites) {
        if (report.suites.size() > 1)
            out += u"# "_s + workspace::printable(suite.environment) + u'\n';
        for (const auto& one : suite.cases) {
            const bool isPassed = one.outcome.hasPassed();
            passed += isPassed ? 1U : 0U;
            out += (isPassed ? u"ok    "_s : u"FAIL  "_s) + workspace::printable(one.test->name) + u'\n';
            for (const auto& mismatch : one.outcome.mismatches)
                out += u"      "_s + at(mismatch.where) + u": "_s + mismatchText(mismatch) + u'\n';
            if (isPassed)
                continue;
            out += u"      "_s + workspace::callText(one.test->request) + u": "_s
                + workspace::answerText(one.outcome.answer, one.test->request);
            if (const QString places = decidedBy(suite, one.outcome.answer); !places.isEmpty())
                out += u"  ["_s + places + u']';
            out += u'\n';
        }
    }
    out += u"%1 passed, %2 failed"_s.arg(passed).arg(report.failed());
    if (!report.errors.empty())
        out += u", %1 could not be read"_s.arg(report.errors.size());
    return (out + u'\n').toUtf8();
}

QJsonObject locationJson(const Location& where)
{
    return {{u"file"_s, jsonText(where.path)},
            {u"line"_s, static_cast<qint64>(where.line)},
            {u"column"_s, static_cast<qint64>(where.column)}};
}

QByteArray writeJson(const TestReport& report)
{
    QJsonArray tests;
    std::size_t passed = 0;
    for (const auto& suite : report.suites) {
        for (const auto& one : suite.cases) {
            passed += one.outcome.hasPassed() ? 1U : 0U;
            QJsonArray mismatches;
            for (const auto& mismatch : one.outcome.mismatches) {
                QJsonObject object = locationJson(mismatch.where);
                object[u"field"_s] = jsonText(mismatch.field);
                object[u"expected"_s] = jsonText(mismatch.expected);
                object[u"actual"_s] = jsonText(mismatch.actual);
                mismatches.append(object);
            }
            const auto place = one.test->places.find("");
            QJsonObject object = locationJson(place == one.test->places.end() ? Location() : place->second);
            object[u"environment"_s] = jsonText(suite.environment);
            object[u"name"_s] = jsonText(one.test->name);
            object[u"passed"_s] = one.outcome.hasPassed();
            object[u"mismatches"_s] = mismatches;
            object[u"request"_s] = requestJson(one.test->request);
            QJsonObject answer;
            addAnswer(answer, *suite.view, one.outcome.answer, suite.environment);
            object[u"answer"_s] = answer;
            tests.append(object);
        }
    }
    QJsonArray errors;
    for (const Error& error : report.errors) {
        QJsonObject object = locationJson(error.where);
        object[u"code"_s] = jsonText(error.code);
        object[u"message"_s] = workspace::sentence(error.code, error.args);
        errors.append(object);
    }
    const QJsonObject root{{u"schema"_s, u"meshdraft.test/1"_s},
                           {u"tests"_s, tests},
                           {u"errors"_s, errors},
                           {u"stats"_s,
                            QJsonObject{{u"passed"_s, static_cast<qint64>(passed)},
                                        {u"failed"_s, static_cast<qint64>(report.failed())},
                                        {u"errors"_s, static_cast<qint64>(report.errors.size())}}}};
    return QJsonDocument(root).toJson();
}

void writePlace(QXmlStreamWriter& xml, const Location& where)
{
    xml.writeAttribute(u"file"_s, workspace::printable(where.path));
    if (where.line > 0)
        xml.writeAttribute(u"line"_s, QString::number(where.line));
}

void writeCase(QXmlStreamWriter& xml, const TestReport::Suite& suite, const TestReport::Case& one)
{
    xml.writeStartElement(u"testcase"_s);
    xml.writeAttribute(u"name"_s, workspace::printable(one.test->name));
    xml.writeAttribute(u"classname"_s, workspace::printable("meshdraft." + suite.environment));
    const auto place = one.test->places.find("");
    writePlace(xml, place == one.test->places.end() ? Location() : place->second);
    if (!one.outcome.hasPassed()) {
        xml.writeStartElement(u"failure"_s);
        xml.writeAttribute(u"type"_s, workspace::printable(one.outcome.mismatches.front().field));
        xml.writeAttribute(u"message"_s, mismatchText(one.outcome.mismatches.front()));
        QString body;
        for (const auto& mismatch : one.outcome.mismatches)
            body += at(mismatch.where) + u": "_s + mismatchText(mismatch) + u'\n';
        body += workspace::callText(one.test->request) + u": "_s
            + workspace::answerText(one.outcome.answer, one.test->request) + u'\n';
        if (const QString places = decidedBy(suite, one.outcome.answer); !places.isEmpty())
            body += places + u'\n';
        xml.writeCharacters(body);
        xml.writeEndElement();
    }
    xml.writeEndElement();
}

QByteArray writeJunit(const TestReport& report)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.setAutoFormattingIndent(2);
    xml.writeStartDocument();
    std::size_t total = 0;
    for (const auto& suite : report.suites)
        total += suite.cases.size();
    xml.writeStartElement(u"testsuites"_s);
    xml.writeAttribute(u"name"_s, u"meshdraft"_s);
    xml.writeAttribute(u"tests"_s, QString::number(total + report.errors.size()));
    xml.writeAttribute(u"failures"_s, QString::number(report.failed()));
    xml.writeAttribute(u"errors"_s, QString::number(report.errors.size()));
    for (const auto& suite : report.suites) {
        const auto failures =
            std::ranges::count_if(suite.cases, [](const auto& one) { return !one.outcome.hasPassed(); });
        xml.writeStartElement(u"testsuite"_s);
        xml.writeAttribute(u"name"_s, workspace::printable(suite.environment));
        xml.writeAttribute(u"tests"_s, QString::number(suite.cases.size()));
        xml.writeAttribute(u"failures"_s, QString::number(failures));
        xml.writeAttribute(u"errors"_s, u"0"_s);
        for (const auto& one : suite.cases)
            writeCase(xml, suite, one);
        xml.writeEndElement();
    }
    if (!report.errors.empty()) {
        xml.writeStartElement(u"testsuite"_s);
        xml.writeAttribute(u"name"_s, workspace::printable(report.path));
        xml.writeAttribute(u"tests"_s, QString::number(report.errors.size()));
        xml.writeAttribute(u"failures"_s, u"0"_s);
        xml.writeAttribute(u"errors"_s, QString::number(report.errors.size()));
        for (const Error& error : report.errors) {
            xml.writeStartElement(u"testcase"_s);
            xml.writeAttribute(u"name"_s, at(error.where));
            xml.writeAttribute(u"classname"_s, u"meshdraft"_s);
            writePlace(xml, error.where);
            xml.writeStartElement(u"error"_s);
            xml.writeAttribute(u"type"_s, workspace::printable(error.code));
            xml.writeAttribute(u"message"_s, workspace::sentence(error.code, error.args));
            xml.writeEndElement();
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    return bytes;
}

constexpr std::array formats = {
    TestFormat{"text", writeText},
    TestFormat{"json", writeJson},
    TestFormat{"junit", writeJunit},
};

} // namespace

std::size_t TestReport::failed() const
{
    std::size_t count = 0;
    for (const auto& suite : suites) {
        count += static_cast<std::size_t>(
            std::ranges::count_if(suite.cases, [](const Case& one) { return !one.outcome.hasPassed(); }));
    }
    return count;
}

const TestFormat* testFormatNamed(const QString& name)
{
    const auto* const found =
        std::ranges::find_if(formats, [&](const TestFormat& each) { return name == QLatin1StringView(each.name); });
    return found == formats.end() ? nullptr : found;
}

} // namespace meshdraft::cli
