// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/traffic/answer.h"
#include "models/traffic/request.h"

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

    void setAnswer(const traffic::Request& request, const traffic::Answer& answer);
    void clear();
    /// The words of it, without markup.
    QString text() const;

Q_SIGNALS:
    void elementChosen(const meshdraft::mesh::ElementRef& element);

private:
    void fill();
    QString link(const mesh::ElementRef& element, const QString& text);
    QString workloadLines();
    QString orderLines();
    QString unknownLines() const;

    const Theme& m_theme;
    LinkLabel* m_label;
    traffic::Request m_request;
    traffic::Answer m_answer;
    std::vector<mesh::ElementRef> m_links;
    bool m_hasAnswer = false;
};

} // namespace meshdraft::views
