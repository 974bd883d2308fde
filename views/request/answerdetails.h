// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/traffic/answer.h"
#include "models/traffic/causes.h"
#include "models/traffic/request.h"
#include "models/workspace/nearroute.h"

#include <QScrollArea>

#include <vector>

namespace meshdraft::views {

class LinkLabel;
class Theme;

/// What else there is to say about an answer: the workloads behind it, copies, other orders of creation, what files
/// cannot tell. Links lead to the elements.
class AnswerDetails : public QScrollArea {
    Q_OBJECT
public:
    explicit AnswerDetails(const Theme& theme, QWidget* parent = nullptr);

    /// `near` (may be null) is a route that the request misses by little.
    void setAnswer(const traffic::Request& request, const traffic::Answer& answer, const workspace::NearRoute* near);
    void clear();
    /// What else may have made a request end as an access log says; empty: nothing is asked for.
    void setCauses(const std::vector<traffic::Cause>& causes);
    /// The words of it, without markup.
    QString text() const;

Q_SIGNALS:
    void elementChosen(const meshdraft::mesh::ElementRef& element);
    /// One that ends so.
    void requestChosen(const meshdraft::traffic::Request& request);

private:
    void fill();
    QString link(const mesh::ElementRef& element, const QString& text);
    QString workloadLines();
    QString orderLines();
    QString causeLines();
    QString nearLines();
    QString unknownLines() const;

    const Theme& m_theme;
    LinkLabel* m_label;
    traffic::Request m_request;
    traffic::Answer m_answer;
    std::vector<mesh::ElementRef> m_links;
    std::vector<traffic::Cause> m_causes;
    std::optional<workspace::NearRoute> m_near;
    bool m_hasAnswer = false;
};

} // namespace meshdraft::views
