// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/snapshot.h"

#include <QWidget>

namespace meshdraft::views {

class CollapsibleSection;
class FactList;
class Theme;

/// What holds for a resource though no line of it says so: data plane, mTLS, the DestinationRule that wins, visibility;
/// each with its reason, and a way to what decides it. Hidden for kinds without such values.
class EffectiveSection : public QWidget {
    Q_OBJECT
public:
    explicit EffectiveSection(const Theme& theme, QWidget* parent = nullptr);
    void setSubject(const workspace::Snapshot& snapshot, mesh::ResourceIndex resource);

Q_SIGNALS:
    void activated(const meshdraft::mesh::ElementRef& element);

private:
    CollapsibleSection* m_section;
    FactList* m_facts;
};

} // namespace meshdraft::views
