// SPDX-License-Identifier: Apache-2.0
#include "views/request/requestexamples.h"

#include "models/workspace/requestaim.h"
#include "models/workspace/trafficwords.h"
#include "views/theme/theme.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {
constexpr std::size_t shownExamples = 3;
constexpr int mostLooked = 60; ///< route tables that are looked at
} // namespace

RequestExamples::RequestExamples(const Theme& theme, QWidget* parent)
    : LinkLabel(parent)
    , m_theme(theme)
{
    setObjectName(u"requestEmpty"_s);
    setTextFormat(Qt::RichText);
    setWordWrap(true);
    setAlignment(Qt::AlignTop | Qt::AlignLeft);
    setMargin(16);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    connect(this, &QLabel::linkActivated, this, [this](const QString& target) {
        const auto index = target.mid(1).toULongLong();
        if (index < m_requests.size()) {
            Q_EMIT requestChosen(m_requests[index]);
        }
    });
    connect(&theme, &Theme::changed, this, &RequestExamples::fill);
}

void RequestExamples::setMesh(const mesh::MeshGraph& graph)
{
    m_requests.clear();
    int looked = 0;
    for (const mesh::ResourceIndex index : graph.order()) {
        if (!std::holds_alternative<mesh::RouteTable>(graph.at(index).body)) {
            continue;
        }
        if (++looked > mostLooked) {
            break;
        }
        const auto request = workspace::requestTo(graph, graph.at(index).element());
        if (request && !std::ranges::contains(m_requests, *request)) {
            m_requests.push_back(*request);
        }
    }
    // those that come in from outside are what most ask about
    std::ranges::stable_partition(m_requests, [](const traffic::Request& request) {
        return request.from.kind == traffic::Origin::Kind::Gateway;
    });
    m_requests.resize(std::min(m_requests.size(), shownExamples));
    fill();
}

void RequestExamples::fill()
{
    QString html = u"<p>%1</p>"_s.arg(
        tr("Say where a request starts and where it goes, and press Enter. Every decision on its way is listed here, "
           "with the line of YAML that makes it.")
            .toHtmlEscaped());
    if (!m_requests.empty()) {
        html += u"<p style=\"color:%1\">%2</p>"_s.arg(m_theme.html("muted"), tr("For example:").toHtmlEscaped());
    }
    for (std::size_t i = 0; i < m_requests.size(); ++i) {
        html += u"<p style=\"margin:0 0 6px 0\"><a href=\"#%1\" style=\"color:%2\">%3</a></p>"_s.arg(
            QString::number(i), m_theme.html("link"), workspace::callText(m_requests[i]).toHtmlEscaped());
    }
    setText(html);
}

} // namespace meshdraft::views
