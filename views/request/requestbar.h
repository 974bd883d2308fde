// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/requestaim.h"
#include "views/request/pastedrequest.h"
#include "views/request/requeststore.h"

#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QMenu;
class QPushButton;
class QStringListModel;
class QToolButton;

namespace meshdraft::views {

class AddressField;
class OriginBox;
class PartChip;
class Theme;

/// A request as in a browser's address bar: where from, method, address, and the rest as chips.
class RequestBar : public QWidget {
    Q_OBJECT
public:
    RequestBar(const Theme& theme, QSettings& settings, QWidget* parent = nullptr);

    void setVocabulary(const workspace::RequestVocabulary& words);
    /// Whose recent and saved requests are offered.
    void setRepository(const QString& directory);
    const traffic::Request& request() const { return m_request; }
    /// Without a signal.
    void setRequest(const traffic::Request& request);
    AddressField* address() const { return m_address; }
    OriginBox* from() const { return m_from; }
    RequestStore& store() { return m_store; }
    /// What is typed becomes the request, and it is asked; nothing where it is no address (said by `failed`).
    void explain();
    void saveRequest();
    void copyAsCurl();
    /// A curl command or a line of an access log.
    void paste(const QString& pasted);
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The request is to be answered.
    void requested(const meshdraft::traffic::Request& request);
    void failed(const QString& reason);
    /// What was done with a text that was pasted; `symptom` (may be null) is what it says became of the request.
    void noted(const QString& text, const meshdraft::traffic::Symptom* symptom);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    enum class Part { Header, Claim, SourceIp };
    void fillChips();
    PartChip* addChip(const QString& label, const std::function<void(traffic::Request&)>& remove, Part part);
    void askPart(Part part, const QString& label = {}, const std::function<void(traffic::Request&)>& replaced = {});
    bool takePart(Part part, const QString& line);
    void takeText();
    void change(const std::function<void(traffic::Request&)>& edit);
    void fillSaved();
    void addTo(QMenu& menu, const std::vector<traffic::Request>& requests);

    const Theme& m_theme;
    RequestStore m_store;
    traffic::Request m_request;
    workspace::RequestVocabulary m_words;
    QLabel* m_fromLabel;
    OriginBox* m_from;
    QComboBox* m_method;
    AddressField* m_address;
    QHBoxLayout* m_chips;
    QToolButton* m_more;
    QToolButton* m_add;
    QPushButton* m_explain;
    QToolButton* m_copy;
    QToolButton* m_saved;
    bool m_isNarrow = false;
};

} // namespace meshdraft::views
