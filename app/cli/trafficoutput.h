// SPDX-License-Identifier: Apache-2.0
// What explain, test and reach print alike.
#pragma once

#include "app/cli/commandline.h"
#include "models/traffic/causes.h"
#include "models/traffic/evaluate.h"

#include <QJsonArray>
#include <QJsonObject>

namespace meshdraft::cli {

/// The evaluator of a snapshot's environment; it keeps the snapshot's view alive.
traffic::Evaluator evaluatorOf(const workspace::Snapshot& snapshot);

/// Repository text for JSON, exactly as it is.
QString jsonText(std::string_view text);
/// "90", "33.3333".
QString percentText(double percent);

/// Where an element is written.
Location locationOf(const mesh::effective::MeshView& view, const mesh::ElementRef& element);
/// "base/shop/reviews-vs.yaml:12"; empty for a default of Istio.
QString placeText(const mesh::effective::MeshView& view, const mesh::ElementRef& element);
/// Adds kind, namespace, name, field, file, line and column of an element.
void addElement(QJsonObject& object, const mesh::effective::MeshView& view, const mesh::ElementRef& element);
QJsonArray elementsJson(const mesh::effective::MeshView& view, const std::vector<mesh::ElementRef>& elements,
                        const std::string& environment);

/// True where something of the request certainly does not arrive.
bool losesRequests(const traffic::Answer& answer);

QJsonObject requestJson(const traffic::Request& request);
/// The fields of an answer: verdict, responseFlag, steps, destinations, ...
void addAnswer(QJsonObject& object, const mesh::effective::MeshView& view, const traffic::Answer& answer,
               const std::string& environment);
QJsonArray causesJson(const mesh::effective::MeshView& view, const std::vector<traffic::Cause>& causes,
                      const std::string& environment);

QString answerReport(const mesh::effective::MeshView& view, const traffic::Request& request,
                     const traffic::Answer& answer);
QString causesReport(const mesh::effective::MeshView& view, const std::vector<traffic::Cause>& causes);

/// Writes to a file, or to standard output where there is no name; complains and gives false where it cannot.
bool writeResult(const QString& file, const QByteArray& bytes);

} // namespace meshdraft::cli
