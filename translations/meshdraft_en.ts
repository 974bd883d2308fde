<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>Access</name>
    <message>
        <location filename="../views/common/access.cpp" line="238"/>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FactSheet</name>
    <message>
        <location filename="../views/inspector/facts.cpp" line="102"/>
        <location filename="../views/inspector/facts.cpp" line="114"/>
        <source>any request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="102"/>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="106"/>
        <source>Every request that no route above has taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="119"/>
        <source>1 match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="119"/>
        <source>%1 matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="125"/>
        <source>Timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="125"/>
        <location filename="../views/inspector/facts.cpp" line="145"/>
        <location filename="../views/inspector/facts.cpp" line="176"/>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="127"/>
        <source>Retries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="128"/>
        <source>Istio&apos;s default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="131"/>
        <source>Timeout a try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="143"/>
        <source>1 retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="143"/>
        <source>%1 retries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="150"/>
        <location filename="../views/inspector/facts.cpp" line="269"/>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="150"/>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="151"/>
        <source>Fault injection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="152"/>
        <source>Header changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="153"/>
        <source>CORS policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="154"/>
        <source>Rewrite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="156"/>
        <source>Redirect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="159"/>
        <source>Direct response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="168"/>
        <source>fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="168"/>
        <source>headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="169"/>
        <source>CORS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="169"/>
        <source>rewrite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="170"/>
        <source>redirect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="170"/>
        <source>direct response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="183"/>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="198"/>
        <source>1 pod</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="198"/>
        <source>%1 pods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="201"/>
        <source>no workload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="203"/>
        <source>1 workload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="203"/>
        <source>%1 workloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="212"/>
        <source>no such host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="212"/>
        <source>outside these files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="216"/>
        <source>external</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="228"/>
        <source>no such subset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="249"/>
        <source>any host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="250"/>
        <location filename="../views/inspector/facts.cpp" line="268"/>
        <source>TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="251"/>
        <source>Certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="253"/>
        <location filename="../views/inspector/facts.cpp" line="282"/>
        <location filename="../views/inspector/facts.cpp" line="293"/>
        <source>Selector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="254"/>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="256"/>
        <location filename="../views/inspector/facts.cpp" line="272"/>
        <source>Hosts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="257"/>
        <location filename="../views/inspector/facts.cpp" line="270"/>
        <source>Exported to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="259"/>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="269"/>
        <source>Circuit breaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="274"/>
        <location filename="../views/inspector/facts.cpp" line="280"/>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="276"/>
        <source>Location</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="277"/>
        <source>Resolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="283"/>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="284"/>
        <source>External name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="285"/>
        <source>Behind it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="287"/>
        <source>Pods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="288"/>
        <source>not stated in the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="289"/>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="290"/>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="292"/>
        <source>mTLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="292"/>
        <source>inherited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="294"/>
        <source>the whole namespace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="304"/>
        <source>Gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="304"/>
        <source>Exposes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="306"/>
        <source>Routes to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="306"/>
        <source>Routed by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="308"/>
        <source>Mirrors to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="308"/>
        <source>Mirrored by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="310"/>
        <source>Delegates to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="310"/>
        <source>Delegated by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="312"/>
        <source>Applies to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="312"/>
        <source>Policy of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="314"/>
        <source>Selects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="314"/>
        <source>Selected by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="332"/>
        <source>%1, which does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="348"/>
        <source>nowhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="350"/>
        <source>1 reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="350"/>
        <source>%1 references</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FieldHelpCard</name>
    <message>
        <location filename="../views/editor/fieldhelpcard.cpp" line="30"/>
        <source>Without it: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/editor/fieldhelpcard.cpp" line="33"/>
        <source>In %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/editor/fieldhelpcard.cpp" line="44"/>
        <source>One of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FixPopup</name>
    <message>
        <location filename="../views/findings/fixpopup.cpp" line="46"/>
        <source>%1 and %2 more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GraphCanvas</name>
    <message>
        <location filename="../views/topology/canvastext.cpp" line="32"/>
        <source>added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/canvastext.cpp" line="34"/>
        <source>removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/canvastext.cpp" line="36"/>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/canvastext.cpp" line="78"/>
        <source>worst finding: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/canvastext.cpp" line="86"/>
        <source>outside of the mesh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/canvastext.cpp" line="88"/>
        <source>namespace %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/canvastext.cpp" line="89"/>
        <source>service %1 with its parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/canvastext.cpp" line="92"/>
        <source>closed: Enter opens it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/canvastext.cpp" line="114"/>
        <source>1 connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/canvastext.cpp" line="115"/>
        <source>%1 connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/canvastext.cpp" line="116"/>
        <source>leads to something that is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/canvastext.cpp" line="122"/>
        <source>%1 % → %2 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/canvastext.cpp" line="228"/>
        <source>subset %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LegendPanel</name>
    <message>
        <location filename="../views/topology/legendpanel.cpp" line="136"/>
        <source>Gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/legendpanel.cpp" line="137"/>
        <source>VirtualService, HTTPRoute …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/legendpanel.cpp" line="138"/>
        <source>one route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/legendpanel.cpp" line="139"/>
        <source>service, with its subsets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/legendpanel.cpp" line="140"/>
        <source>workload with its pods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/legendpanel.cpp" line="141"/>
        <source>host outside of the mesh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/legendpanel.cpp" line="142"/>
        <source>closed namespace or service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/legendpanel.cpp" line="143"/>
        <source>policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/legendpanel.cpp" line="144"/>
        <source>named, but missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/legendpanel.cpp" line="147"/>
        <source>small share of requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/legendpanel.cpp" line="148"/>
        <source>few of 100 that enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/legendpanel.cpp" line="149"/>
        <source>large share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/legendpanel.cpp" line="150"/>
        <source>all, or several flows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/legendpanel.cpp" line="151"/>
        <source>mirror: a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/legendpanel.cpp" line="152"/>
        <source>TCP or TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/legendpanel.cpp" line="153"/>
        <source>declared caller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/legendpanel.cpp" line="154"/>
        <source>leads to nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/legendpanel.cpp" line="155"/>
        <source>mTLS STRICT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/legendpanel.cpp" line="156"/>
        <source>PERMISSIVE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/legendpanel.cpp" line="157"/>
        <source>DISABLE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/legendpanel.cpp" line="160"/>
        <source>added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/legendpanel.cpp" line="161"/>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/legendpanel.cpp" line="162"/>
        <source>removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/legendpanel.cpp" line="163"/>
        <source>error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/legendpanel.cpp" line="164"/>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/legendpanel.cpp" line="165"/>
        <source>files cannot tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/legendpanel.cpp" line="166"/>
        <source>timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/legendpanel.cpp" line="167"/>
        <source>retries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/legendpanel.cpp" line="168"/>
        <source>circuit breaker</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewModel</name>
    <message numerus="yes">
        <location filename="../views/review/reviewmodel.cpp" line="27"/>
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <location filename="../app/main.cpp" line="64"/>
        <source>See, change and review mesh configuration in Git</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/main.cpp" line="67"/>
        <source>Directory of the Git repository to open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/main.cpp" line="68"/>
        <source>Make the sample mesh in DIR if DIR is empty, and open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/main.cpp" line="70"/>
        <source>Environment to open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/main.cpp" line="71"/>
        <source>Revision to look at (read only).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/main.cpp" line="72"/>
        <source>light, dark, contrast or system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/main.cpp" line="96"/>
        <source>--size is a width and a height, as in 1440x900</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/main.cpp" line="107"/>
        <source>--theme is light, dark, contrast or system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/main.cpp" line="74"/>
        <source>Run through the sample by itself and leave pictures in OUTDIR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/main.cpp" line="76"/>
        <source>Take pictures of every screen in light, dark and high contrast into OUTDIR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/main.cpp" line="78"/>
        <source>Size of the window for --screens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/main.cpp" line="80"/>
        <source>Lay out pictures for another process (internal).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/main.cpp" line="84"/>
        <source>only one repository can be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/ago.cpp" line="28"/>
        <source>%1 min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/ago.cpp" line="31"/>
        <source>%1 h ago</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Topology</name>
    <message>
        <location filename="../models/topology/render/words.cpp" line="37"/>
        <source>1 pod</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/topology/render/words.cpp" line="37"/>
        <source>%1 pods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/topology/render/words.cpp" line="43"/>
        <source>no such service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/topology/render/words.cpp" line="45"/>
        <source>no such gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/topology/render/words.cpp" line="47"/>
        <source>no such VirtualService</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/topology/render/words.cpp" line="48"/>
        <source>not in these files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/topology/render/words.cpp" line="53"/>
        <source>no such subset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/topology/render/words.cpp" line="59"/>
        <source>mirror %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/topology/render/words.cpp" line="77"/>
        <source>plaintext</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/topology/render/words.cpp" line="79"/>
        <source>mTLS to some</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/topology/render/words.cpp" line="81"/>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/topology/render/words.cpp" line="85"/>
        <source>cannot tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/topology/render/words.cpp" line="121"/>
        <source>≤ %1</source>
        <extracomment>at most this share of the requests</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/topology/render/words.cpp" line="126"/>
        <source>imports %1 of %2 hosts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/topology/render/words.cpp" line="133"/>
        <source>declared caller: an AuthorizationPolicy names it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/topology/render/words.cpp" line="135"/>
        <source>declared caller: an egress host of its Sidecar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/topology/render/words.cpp" line="139"/>
        <source>declared caller: annotation meshdraft.dev/calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/topology/render/words.cpp" line="144"/>
        <source>1 ServiceEntry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/topology/render/words.cpp" line="145"/>
        <source>%1 ServiceEntries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/topology/render/words.cpp" line="155"/>
        <source>1 gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/topology/render/words.cpp" line="155"/>
        <source>%1 gateways</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/topology/render/words.cpp" line="158"/>
        <source>1 service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/topology/render/words.cpp" line="158"/>
        <source>%1 services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/topology/render/words.cpp" line="162"/>
        <source>1 change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/topology/render/words.cpp" line="162"/>
        <source>%1 changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/topology/render/words.cpp" line="163"/>
        <source>1 with an error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/topology/render/words.cpp" line="164"/>
        <source>%1 with an error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/topology/render/words.cpp" line="165"/>
        <source>1 with a warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/topology/render/words.cpp" line="166"/>
        <source>%1 with a warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/topology/render/words.cpp" line="173"/>
        <source>every workload of the mesh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/topology/render/words.cpp" line="175"/>
        <source>every workload of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/topology/render/words.cpp" line="177"/>
        <source>nothing in these files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/topology/render/words.cpp" line="178"/>
        <source>1 part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/topology/render/words.cpp" line="179"/>
        <source>%1 parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/topology/render/words.cpp" line="186"/>
        <source>1 virtual service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/topology/render/words.cpp" line="187"/>
        <source>%1 virtual services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/topology/render/words.cpp" line="156"/>
        <location filename="../models/topology/render/words.cpp" line="188"/>
        <source>1 route table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/topology/render/words.cpp" line="157"/>
        <location filename="../models/topology/render/words.cpp" line="189"/>
        <source>%1 route tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/topology/render/words.cpp" line="159"/>
        <location filename="../models/topology/render/words.cpp" line="192"/>
        <source>1 workload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/topology/render/words.cpp" line="159"/>
        <location filename="../models/topology/render/words.cpp" line="193"/>
        <source>%1 workloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/topology/render/securitywords.cpp" line="36"/>
        <source>%1 sends %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/topology/render/securitywords.cpp" line="40"/>
        <source>the servers differ in the mode they take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/topology/render/securitywords.cpp" line="42"/>
        <source>the server takes %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopologyPage</name>
    <message>
        <location filename="../views/topology/canvaswords.cpp" line="45"/>
        <location filename="../views/topology/canvaswords.cpp" line="121"/>
        <source>and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/canvaswords.cpp" line="53"/>
        <source>for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/canvaswords.cpp" line="104"/>
        <source>no flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/canvaswords.cpp" line="109"/>
        <source>%1, the sum of %2 flows:</source>
        <extracomment>%1 a share of requests, %2 how many flows it is the sum of</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/canvaswords.cpp" line="116"/>
        <source>%1: %2</source>
        <extracomment>%1 &quot;from gateway shop-gw to shop.example&quot;, %2 &quot;90 %&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/canvaswords.cpp" line="131"/>
        <source>Whole mesh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/canvaswords.cpp" line="133"/>
        <source>Overview, %1 namespaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/canvaswords.cpp" line="137"/>
        <source>Around %1, 1 hop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/canvaswords.cpp" line="138"/>
        <source>Around %1, %2 hops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/canvaswords.cpp" line="141"/>
        <source>Changed, %1 hops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/canvaswords.cpp" line="145"/>
        <source>Namespace %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/canvaswords.cpp" line="152"/>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/canvaswords.cpp" line="154"/>
        <source>Protocol and port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/canvaswords.cpp" line="156"/>
        <source>mTLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/canvaswords.cpp" line="158"/>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/canvaswords.cpp" line="160"/>
        <source>Flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/canvaswords.cpp" line="162"/>
        <source>Flow of this request&apos;s kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/canvaswords.cpp" line="166"/>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/canvaswords.cpp" line="173"/>
        <source>Workloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/canvaswords.cpp" line="175"/>
        <source>Outside hosts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/canvaswords.cpp" line="177"/>
        <source>Policies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/canvaswords.cpp" line="179"/>
        <source>Declared callers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/canvaswords.cpp" line="181"/>
        <source>mTLS locks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/canvaswords.cpp" line="183"/>
        <source>Feature badges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/canvaswords.cpp" line="187"/>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/canvaswords.cpp" line="194"/>
        <source>Column %1: %2</source>
        <extracomment>%1 is a column, %2 a sentence</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft</name>
    <message>
        <location filename="../models/workspace/words.cpp" line="179"/>
        <location filename="../models/workspace/words.cpp" line="181"/>
        <source>every request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/words.cpp" line="182"/>
        <source>no destination</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/words.cpp" line="184"/>
        <source>no labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/words.cpp" line="197"/>
        <source>No risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/words.cpp" line="199"/>
        <source>Low risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/words.cpp" line="201"/>
        <source>Medium risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/words.cpp" line="203"/>
        <source>High risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="14"/>
        <location filename="../models/workspace/errorwords.cpp" line="60"/>
        <source>This is not valid YAML: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="15"/>
        <source>The file is not UTF-8 (%1). Convert it to UTF-8 to read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="17"/>
        <source>The file is not valid UTF-8 (byte 0x%1). Convert it to UTF-8 to read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="19"/>
        <source>The control character %1 is not allowed in YAML. Remove it, or escape it in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="21"/>
        <source>The file is larger than %1 bytes and was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="22"/>
        <source>The YAML is nested deeper than %1 levels and was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="24"/>
        <source>The line is longer than %1 bytes; the document was not read. Break the line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="26"/>
        <source>A carriage return without a line feed: some parsers break the line here. Use one kind of line end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="30"/>
        <source>A Unicode line separator outside quotes: YAML 1.1 breaks the line here, YAML 1.2 does not. Remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="33"/>
        <source>The alias *%1 stands inside the node that it stands for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="35"/>
        <source>The aliases of this document grow to millions of nodes; it was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="37"/>
        <source>The bytes of this document could not be matched to what YAML reads; it was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="40"/>
        <source>The key %1 stands twice in this mapping; the last one counts. Remove the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="44"/>
        <source>The edit was refused: the value hangs on the anchor &amp;%1 (alias on line %2), so other places would change with it. Edit the anchor, or write the value out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="49"/>
        <source>The edit was refused: this mapping takes entries from another one by &lt;&lt;, and the new key %1 could hide one of them. Write the entries out first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="54"/>
        <source>The edit was refused: this is a template. Templates are shown, never edited.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="56"/>
        <source>The edit was refused: the file could not be parsed. Mend its YAML first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="58"/>
        <source>The edit was refused: the file could not be read as YAML. Mend it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="61"/>
        <source>The key must not be empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="62"/>
        <source>The key %1 is there already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="65"/>
        <location filename="../models/workspace/errorwords.cpp" line="85"/>
        <source>The name “%1” is not allowed: lower-case letters, digits, &apos;-&apos; and &apos;.&apos; only, a letter or digit at both ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="68"/>
        <source>The name %1 is taken already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="70"/>
        <source>A namespace cannot be renamed here: everything in it would have to move.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="71"/>
        <source>A port is a number from 1 to 65535, not “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="88"/>
        <source>The namespace “%1” is not allowed. Choose one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="89"/>
        <source>There is a %1 %2 in this namespace already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="90"/>
        <source>There is no form for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="92"/>
        <source>The edit was refused: what it names is not in the file any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="94"/>
        <source>The edit was refused: %1 is not among the files that were read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="95"/>
        <source>The edit was refused: a single value was expected here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="97"/>
        <source>The edit was refused: a mapping (key: value) was expected here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="98"/>
        <source>The edit was refused: a list (- item) was expected here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="99"/>
        <source>The edit was refused: the key of an entry was expected here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="101"/>
        <source>The edit was refused: an entry or item of the same list was expected here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="103"/>
        <source>The edit was refused: the value has a tag (!) that says how it is read. Remove the tag first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="105"/>
        <source>The edit was refused: the mapping has the key %1 already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="106"/>
        <source>The edit was refused: it changes the same value twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="107"/>
        <source>The edit was refused: the new value is not valid UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="109"/>
        <source>The edit was refused: the new text would not read as intended because of how the lines are laid out here. Make this edit by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="114"/>
        <source>This value is not read as YAML: its tag %1 makes something other than text of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="117"/>
        <source>The text within this value could not be mapped to its lines here. Write it as a block (|).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="119"/>
        <source>The edit was refused: its parts overlap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="120"/>
        <source>The edit was refused: it reaches beyond the end of the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="122"/>
        <source>The edit was refused: the text of %1 cannot be read as YAML just now. Mend it in the editor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="124"/>
        <source>Read-only: %1 is not UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="125"/>
        <source>Read-only: %1 is larger than 5 MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="126"/>
        <source>Read-only: %1 is a Helm or Go template.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="127"/>
        <source>Read-only: this is revision %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="128"/>
        <source>The regular expression cannot be read: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="129"/>
        <source>The replacement does not fit: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="131"/>
        <source>The edit was refused: %1 has changed since. Look at it and make the edit again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="132"/>
        <source>There is nothing to edit: open a repository first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="134"/>
        <source>Revision %1 is shown as it was and cannot be edited. Open the working tree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="135"/>
        <source>A commit is being made. Edit again when it has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="136"/>
        <source>%1 %2 is not in this environment any more. Select it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="137"/>
        <source>%1 is no path of a YAML file in this repository.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="138"/>
        <source>%1 %2 has no route at %3 any more. Select the route again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="140"/>
        <source>Both changed %2 of %1: here it is %3, on disk %4. Take one of them, or edit by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="143"/>
        <source>%1 was removed on disk: there is nothing to merge with. Keep it or drop it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="144"/>
        <source>%1 %2 has no pending change to revert.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="145"/>
        <source>%1 weights were given for %2 destinations; each needs one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="147"/>
        <source>%1 cannot be the weight of %2; expected a whole number from 0 to 1,000,000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="148"/>
        <source>This route has a delegate; its split is set in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="149"/>
        <source>The route has no destination %1. It has: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="151"/>
        <source>%1 can mean several destinations. Name one of: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="152"/>
        <source>There is no route %1. There are: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="153"/>
        <source>Several routes can be meant. Name one of: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="154"/>
        <source>This route redirects; it sends no request to a destination.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="155"/>
        <source>This route answers by itself; it has no destination.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="156"/>
        <source>This route has no destination.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="157"/>
        <source>%1 is a destination of this route already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="159"/>
        <source>%1 is the only destination of this route; without it nothing would be routed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="161"/>
        <source>A %1 route cannot be mirrored: only HTTP and gRPC requests can be copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="163"/>
        <source>This route has %1 mirrors; the form shows one. Change them in the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="167"/>
        <source>%1 is no share of requests to mirror; expected a number above 0 and at most 100 (whole in the Gateway API).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="171"/>
        <source>A %1 route sees no headers, so that nobody can ask for a preview by one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="172"/>
        <source>A header or cookie cannot be named &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="173"/>
        <source>A preview route needs a value to look for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="174"/>
        <source>%1 is no regular expression (RE2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="175"/>
        <source>There is a route named %1 already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="177"/>
        <source>This route asks for the header %1 itself; choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="179"/>
        <source>A subset cannot be named &quot;%1&quot;; expected small letters, digits and hyphens, such as v3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="182"/>
        <source>A subset needs labels, such as version=v3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="183"/>
        <source>DestinationRule %2 has a subset %1 already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="185"/>
        <source>%1 has no rule of its own; DestinationRule %3 is for %2. A new rule would take its place for %1; write it by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="188"/>
        <source>A %1 knows no subsets; choose a Service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="191"/>
        <source>The plan has no step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="192"/>
        <source>The destinations of the route have changed; plan again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="193"/>
        <source>Step %1 changes nothing against what is before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="205"/>
        <source>Stacked branches are made of two commits. Compare a commit with a commit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="207"/>
        <source>%1 differs and is a symlink or a submodule: stacked branches hold regular files only. Change it in a commit of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="216"/>
        <source>There is no branch to make.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="217"/>
        <source>There is no commit yet that branches could stand on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="218"/>
        <source>HEAD was %1 and is %2 now. Look at the branches again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="219"/>
        <source>Branch %1 would change nothing against the one below it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="222"/>
        <source>git was not found. Install it, or put it on the PATH.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="224"/>
        <source>%1 is not in a Git repository. Choose a directory of one, or run git init there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="227"/>
        <source>Git does not trust %1 because somebody else owns it. If you do: git config --global --add safe.directory %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="231"/>
        <source>%1 belongs to the Git directory %2, which is not there. A linked work tree whose main repository has moved: run git worktree repair there. A submodule: run git submodule update --init in the repository around it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="237"/>
        <source>Git cannot read its configuration: %1, line %2, is wrong. Mend that line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="239"/>
        <source>Git cannot read its configuration: %1 is &quot;%2&quot;. Mend it with git config --edit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="242"/>
        <source>%1 is in a format that the installed git does not know (%2). Install a newer git.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="244"/>
        <source>%1 failed: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="246"/>
        <source>The disk is full (%1); everything is as it was. Make room, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="247"/>
        <source>There is no revision %1 in this repository.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="249"/>
        <source>The directories of %1 are not all in this repository (a partial clone?). git fetch --refetch --no-filter brings them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="253"/>
        <source>The content of object %1 is not in this repository (a partial clone?). git show %1 fetches it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="258"/>
        <source>%1 holds no patch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="259"/>
        <source>%1 is broken at line %2: it is cut off or was changed by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="261"/>
        <source>%1 does not apply to %2: near line %4 of %3 the patch expects other lines than there are. It was made for another state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="265"/>
        <source>%1 does not apply to %2, which has no file %3. Paths in a patch start at the top of the repository, with a/ and b/ in front.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="268"/>
        <source>%1 does not apply to %2, which has the new file %3 already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="269"/>
        <source>%1 does not apply to %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="271"/>
        <source>%1 cannot be applied to the working tree; name a revision, or :index.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="272"/>
        <source>The directory %1 could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="293"/>
        <source>Another program wrote to %1 while it was being replaced; what it wrote is now in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="296"/>
        <source>Another program still has the old %1 open for writing; that file is now %2. Remove it when the program has ended and it holds nothing new.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="300"/>
        <source>%1 could not be put back, since something else has its place; it is now %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="302"/>
        <source>A hook or another program wrote to %1 before the commit failed; git cat-file -p %2 shows what.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="355"/>
        <source>%1 cannot be written to (%2); nothing was committed. Make it writable, or work in a clone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="358"/>
        <source>Another git program holds %1; nothing was committed. Wait for it. If none runs (ps -C git lists them), a program that ended badly has left that file: remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="365"/>
        <source>%1 could not be written: %2. Pending edits would not survive a crash; save them in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="367"/>
        <source>The kept edits in %1 are not there any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="368"/>
        <source>Another window has the kept edits in %1 open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="369"/>
        <source>These edits belong to %1. Open that repository first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="371"/>
        <source>There is no branch %1 with a commit to push.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="373"/>
        <source>This repository has no remote to push to. Add one with git remote add origin URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="375"/>
        <source>There is no remote %1. git remote lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="377"/>
        <source>Branch %1 has no upstream and there are several remotes (%2). Choose one with git push --set-upstream REMOTE %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="381"/>
        <source>%2 has commits on %1 that are not here; nothing was pushed. Bring them in with git pull --rebase, look again, then push.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="385"/>
        <source>%1 refused the push (%2). Ask who runs it, or push to another branch.
%3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="387"/>
        <source>%1 wants to know who you are, and no credential helper or key answered. Run git push once in a terminal, then try again.
%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="390"/>
        <source>The pre-push hook said no; nothing was pushed.
%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="392"/>
        <source>%1 could not be reached. Check its address with git remote -v, and the network.
%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="395"/>
        <source>The push was cancelled. What was on its way may have arrived: git fetch shows it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="398"/>
        <source>The commit cannot be taken back: %1 does not end with it any more. git revert makes a commit that undoes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="402"/>
        <source>The commit cannot be taken back: it was pushed (%1 has it). git revert makes a commit that undoes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="406"/>
        <source>The commit was not taken back: %1 has changed since. git reset --soft HEAD~1 takes back the commit alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="410"/>
        <source>The commit was not taken back: %1 has been staged since. Unstage it with git restore --staged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="414"/>
        <source>The commit was not taken back: there are new edits. Undo or save them first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="420"/>
        <source>%1 %2 deploys the directory %3, and there is no YAML file in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="421"/>
        <source>%1 %2 deploys a directory that lies outside the repository.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="423"/>
        <source>%1 %2 deploys the Helm chart in %3; Helm is never run, so it is not shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="424"/>
        <source>What it changes itself (%1) is not applied here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="426"/>
        <source>It fills in variables (${NAME}); values with one are not known here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="428"/>
        <source>It puts everything into the namespace %1; what states another one is shown there all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="432"/>
        <source>It also builds the kustomizations below, which are not part of this: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="433"/>
        <source>It takes only a part of these files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="434"/>
        <source>%1 %2 deploys another repository: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="436"/>
        <source>Kustomization %1 takes its files from a source of kind %2, not from Git.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="438"/>
        <source>The ApplicationSet %1 is not expanded: what its generator %2 gives is only known in the cluster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="442"/>
        <source>The ApplicationSet %1 is not expanded: it goes through another repository, %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="444"/>
        <source>The ApplicationSet %1 is not expanded: the value of {{%2}} is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="446"/>
        <source>The ApplicationSet %1 is not expanded: its field %2 is not followed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="449"/>
        <source>This file must be YAML, and it looks like a template.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="450"/>
        <location filename="../models/workspace/pastewords.cpp" line="45"/>
        <source>%1 has the wrong type; expected a %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="451"/>
        <source>There is no field %1 here; expected one of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="452"/>
        <location filename="../models/workspace/pastewords.cpp" line="47"/>
        <source>%1 is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="454"/>
        <source>%1 is not a version of Istio; expected something like &quot;1.27&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="456"/>
        <source>%1 is not a data-plane mode; expected sidecar, ambient or mixed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="457"/>
        <source>%1 is no name of an environment and no pattern for one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="458"/>
        <source>Nothing is stated of %1; expected istioVersion or dataPlane.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="461"/>
        <source>%1 is no pattern for a path or resource.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="462"/>
        <source>%1 is not a date; expected something like 2026-12-31.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="464"/>
        <source>This would hide every finding. Name codes, or add a path or resource.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="466"/>
        <source>The suppression of %1 ended on %2 and no longer holds (%3). Mend what it hid, or give it another date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="470"/>
        <source>This entry of the baseline does not say which finding it is for. Write the baseline again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="473"/>
        <source>This program cannot read a baseline of the kind %1. Write it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="487"/>
        <source>A word or a bracket is missing here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="489"/>
        <source>There is no key %1. Keys: name, kind, ns, host, weight, mtls, finding, state, label, replicas, policy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="492"/>
        <source>%1 is no number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="493"/>
        <source>%1 has no order: use : or = instead of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="494"/>
        <source>The closing quotation mark is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="495"/>
        <source>This does not belong here: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="497"/>
        <source>The step “%1” is still being written to its source. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="257"/>
        <source>Git does not know who you are. Set user.name and user.email with git config.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="73"/>
        <source>“%1” is no name for a port of a pod: at most 15 lower-case letters, digits and &apos;-&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="76"/>
        <source>“%1” is no namespace: at most 63 lower-case letters, digits and &apos;-&apos;, a letter or digit at both ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="79"/>
        <source>There is a %1 %2 in namespace %3 already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="80"/>
        <source>%1 %2 belongs to the whole cluster: it has no namespace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="82"/>
        <source>%1 puts everything it builds into namespace %2. Change its “namespace:” instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="195"/>
        <source>Step %1 can only be written where it changes other environments, too: %2. Give this one a patch for the route first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="200"/>
        <source>Step %1 would have to be written into several files: %2. Use Next step and Commit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="203"/>
        <source>An edit is shown that is not written yet. Wait for it, or choose where it goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="211"/>
        <source>No order matters here: one commit will do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="213"/>
        <source>The edits of %1 cannot be told apart from those of another step. Commit some of them first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="215"/>
        <source>%1 is checked out in %2; its branch stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="273"/>
        <source>%1 could not be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="274"/>
        <source>%1 leads outside the repository and is left alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="275"/>
        <source>%1 is, or lies behind, a symbolic link; links are not followed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="277"/>
        <source>%1 has a merge conflict: the index holds no content for it. Resolve it, then git add it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="279"/>
        <source>%1 has %2 bytes; files over 32 MB are not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="281"/>
        <source>%1 changed on disk meanwhile; nothing was written. Reload it and look again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="282"/>
        <source>%1 could not be written: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="284"/>
        <source>%1 has a second name (a hard link) that a new file would cut off; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="287"/>
        <source>%1 belongs to another user; a new file would change its owner. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="289"/>
        <source>%1 is read-only; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="290"/>
        <source>The directory of %1 cannot be written to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="291"/>
        <source>%1 is not an ordinary file; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="305"/>
        <source>%1 is in progress. Finish or abort it, then commit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="307"/>
        <source>A merge is in progress. Finish it, or git merge --abort; then commit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="309"/>
        <source>A rebase is in progress. Finish it, or git rebase --abort; then commit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="311"/>
        <source>Patches are being applied. Finish that, or git am --abort; then commit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="313"/>
        <source>A cherry-pick is in progress. Finish it, or git cherry-pick --abort; then commit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="316"/>
        <source>A revert is in progress. Finish it, or git revert --abort; then commit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="318"/>
        <source>A bisection is in progress. End it with git bisect reset; then commit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="320"/>
        <source>This is a bare repository: it has no working tree to commit from. Use a clone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="321"/>
        <source>A commit needs a message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="323"/>
        <source>There is nothing to commit: no file differs from the last commit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="325"/>
        <source>No branch is checked out (detached HEAD). Commit to a new branch instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="327"/>
        <source>Git does not know who commits. Set user.name and user.email with git config.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="329"/>
        <source>%1 cannot be the name of a branch. Use letters, digits, - and /, without spaces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="332"/>
        <source>The branch %1 exists already and is in the way. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="334"/>
        <source>%1 is not the current branch (%2 is). Check it out, or commit to a new branch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="336"/>
        <source>This repository keeps its branches in a %1; a new branch cannot be made there safely. Make it with git switch -c, then commit to the current branch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="341"/>
        <source>%1 has staged changes of your own. Commit or unstage them first, or commit the whole file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="344"/>
        <source>%1 lies outside of the sparse checkout; nothing was committed. Bring its directory in with git sparse-checkout add.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="348"/>
        <source>%1 has uncommitted changes of your own in the same lines. Commit or stash them first; nothing was committed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="353"/>
        <source>A hook or git itself ended the commit with %1; nothing was committed.
%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="417"/>
        <source>There is no environment %1. There are: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="475"/>
        <source>Graphviz could not lay out the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="476"/>
        <source>The layout process sent something that cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="477"/>
        <source>The layout process (%1) failed: %2. The last picture stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="478"/>
        <source>Pictures can be written as .svg, .png and .pdf, not as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="479"/>
        <source>The picture could not be written to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="480"/>
        <source>Opening was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="481"/>
        <source>The history of the sample mesh is broken (commit %1, %2): %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="483"/>
        <source>%1 exists and is not empty. Choose a new directory for the sample mesh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="499"/>
        <source>%1 is rendered, and this can be written in more than one place, or would change other environments, too. Edit the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="503"/>
        <source>%1 is rendered from several files. Undo the edit, or discard all edits, to take it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="506"/>
        <source>kubectl was not found, so overlays cannot be rendered. Plain directories work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="508"/>
        <source>%1 has no kustomization.yaml, so it cannot be rendered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="510"/>
        <source>%1 lies outside this repository and is never fetched, so the overlay is not rendered. Keep a copy in the repository.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="514"/>
        <source>%1 leads out of the repository, so the overlay is not rendered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="516"/>
        <source>%1 is, or lies behind, a symbolic link, which is not followed, so the overlay is not rendered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="520"/>
        <source>%1 lies outside %2, from where Kustomize loads no files. Move it there, or make its directory a base.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="523"/>
        <source>%1 is named here, but there is no such file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="525"/>
        <source>%1 would have to be run as a program or container, which is never done, so the overlay is not rendered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="529"/>
        <source>%1 needs Helm, which is never run, so the overlay is not rendered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="531"/>
        <source>%1 leads back to a directory that contains it, so the overlay cannot be rendered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="534"/>
        <source>%1 is a component and belongs under components, not under resources.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="536"/>
        <source>%1 is not a component and belongs under resources, not under components.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="537"/>
        <source>%1 has more than one kustomization file. Keep one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="538"/>
        <source>%1 says nothing, so there is nothing to render.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="539"/>
        <source>%1 cannot be read as YAML, so the overlay is not rendered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="541"/>
        <source>%1 has a YAML tag, which could hide what it names, so the overlay is not rendered. Write it without.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="544"/>
        <source>The scratch copy to render could not be made: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="546"/>
        <source>kubectl did not render the overlay within %1 seconds and was ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="547"/>
        <source>Rendering was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="549"/>
        <source>The overlay renders to more than %1 bytes and was given up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="550"/>
        <source>kubectl could not render the overlay.
%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="551"/>
        <source>A patch is for %1, which is not among the resources.
%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="553"/>
        <source>A replacement or variable takes its value from %1, which is not among the resources.
%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="556"/>
        <source>The resource %1 comes from two places; Kustomize wants it once.
%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="557"/>
        <source>A JSON patch does not fit the resource at %1.
%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="558"/>
        <source>Kustomize knows no field %1.
%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="560"/>
        <source>%1 holds something that is not a Kubernetes resource.
%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="562"/>
        <source>A file of the overlay is not YAML that Kustomize reads.
%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="564"/>
        <source>This is a component: it changes resources that only the roots using it have. Open one of those.
%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="568"/>
        <source>The overlay asks for something outside this repository, which is never fetched.
%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="571"/>
        <source>%1 is named by the overlay, but there is no such file.
%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="573"/>
        <source>%1 lies outside the directory that names it, from where Kustomize loads no files.
%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="576"/>
        <source>The kustomization says nothing, so there is nothing to render.
%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="577"/>
        <source>The overlay needs Helm, which is never run.
%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="579"/>
        <source>%1 would have to be run as a program, which is never done.
%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="581"/>
        <source>%1 is a component where a root was expected, or the other way round.
%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="583"/>
        <source>This value is made by %1 (%2, line %3) and is not edited where it shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="585"/>
        <source>%2 of %1 is put together from several files, so it cannot be changed as a whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="588"/>
        <source>This resource is not in what the overlay renders to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="589"/>
        <source>This field is not in what the overlay renders to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="591"/>
        <source>Only single values are followed to their source; this is a list or a mapping.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="593"/>
        <source>Where this resource comes from could not be read out of the files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="595"/>
        <source>A patch of this resource uses a directive that is not followed, so its source is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="598"/>
        <source>The files read differently from what is rendered here, so the source of this value is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="601"/>
        <source>%1 has no field %2 in what is rendered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="603"/>
        <source>The edit was refused: in %1 it would also change %3 of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="604"/>
        <source>The edit was refused: in %1 it would not change %3 of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="606"/>
        <source>The edit was refused: in %1 it would add, remove or move resources or fields.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="608"/>
        <source>%2 has no patch of its own for %1 yet. Edit the base, or add a patch by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="610"/>
        <source>%2 cannot set this for itself: the value lies in a list that a patch replaces whole. Edit the base.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="616"/>
        <source>%1 names no field; expected KIND:path, as VirtualService:spec.http[*].timeout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="617"/>
        <source>%1 is not a kind that is known here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="618"/>
        <source>%1 has no field %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="619"/>
        <source>%1 has no field %2. Did you mean %3?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="620"/>
        <source>Values of Secrets are not shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="622"/>
        <source>%1 is not a setting; docs/matrix.md lists them. A field is asked for by --field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="626"/>
        <source>The risk policy is not valid JSON: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="628"/>
        <source>%1 is not a condition of risk rules; docs/risk.md lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="629"/>
        <location filename="../models/workspace/reviewwords.cpp" line="161"/>
        <source>%1 is not a tier; expected none, low, medium or high.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="631"/>
        <source>%1 is no YAML file of this repository with a risk policy in it. The default rules hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="633"/>
        <source>The risk policy %2 has no rule %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="635"/>
        <source>There is no risk profile %1; expected one of %2. The default rules hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="637"/>
        <source>%1 is not known in a risk policy; docs/risk.md lists what is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="639"/>
        <source>%1 is not an operation; expected added, removed, modified or moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="641"/>
        <source>%1 is another format of risk policies; expected meshdraft.riskpolicy/1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="642"/>
        <source>%1 has the wrong type; expected %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="644"/>
        <source>%1 is not a field pattern; expected something like spec.http[*].timeout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="645"/>
        <source>%1 is missing in the risk policy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="646"/>
        <source>Two rules of the risk policy are called %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="14"/>
        <source>This is a Helm or Go template: listed, but not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="15"/>
        <source>The file was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="17"/>
        <source>%1 %2 is defined twice; the other one is at %3. Only one of them can exist in a cluster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="19"/>
        <source>There is no Gateway %1. Create it, or name one that exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="21"/>
        <source>Gateway %1 is not in these files and may exist elsewhere (places: %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="23"/>
        <source>There is no %1 for this route to attach to. Create it, or name one that exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="25"/>
        <source>%1, which routes attach to, is not in these files and may exist elsewhere (places: %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="28"/>
        <source>No Service or ServiceEntry has the host %1, seen from namespace %2. Requests fail with 503 (NC) or have no endpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="33"/>
        <source>Host %1, seen from namespace %2, is not in these files and may exist elsewhere (places: %3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="36"/>
        <source>Istio does not complete the host %1 (it has a dot), so it names nothing in namespace %2. Write %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="39"/>
        <source>This destination names no host. Add one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="40"/>
        <source>%2 has no port %1. Name one that it has, or add it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="42"/>
        <source>No DestinationRule for %2 has the subset %1. Requests fail with 503 (NC) until there is one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="45"/>
        <source>Subset %1 of %2 is not in these files and may exist elsewhere (places: %3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="46"/>
        <source>There is no VirtualService %1 to delegate to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="48"/>
        <source>VirtualService %1, which is delegated to, is not in these files and may exist elsewhere (places: %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="52"/>
        <source>No Service or ServiceEntry has the host %1, seen from namespace %2: this DestinationRule does nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="58"/>
        <source>Argo CD applies DestinationRule %1 in wave %2, after this VirtualService (wave %3), which uses its subset %4: until then requests fail with 503 (NC). Give the DestinationRule the lower wave (Gateway -1, DestinationRule 0, VirtualService 1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="63"/>
        <source>Argo CD applies DestinationRule %1 in the same wave (%2), so that nothing makes sure that its subset %3 is there first; without it requests fail with 503 (NC). Give this VirtualService a higher wave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="68"/>
        <source>Other resources here have waves of Argo CD, but neither DestinationRule %1 nor this VirtualService, which uses its subset %2: it may come first, and requests then fail with 503 (NC). Set waves: DestinationRule 0, VirtualService 1 (places: %3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="73"/>
        <source>Kustomization %1 brings this VirtualService and does not wait for %2, which brings what it needs (%3): until both are applied requests may fail with 503 (NC). Add %2 to dependsOn of %1 (places: %4).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="78"/>
        <source>No route in these files leads to %1 of %2: such subsets cost every proxy clusters and get no traffic. Remove them, unless routes elsewhere use them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="82"/>
        <source>No route leads to subset %1 of %3, but some lead to %2, which no DestinationRule has: requests for it fail with 503 (NC). If %1 is its new name, use it in the routes, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="86"/>
        <source>No VirtualService or route in these files is for Gateway %1: what it lets in gets 404 (NR). Add a route that names it, or remove it, unless routes elsewhere use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="90"/>
        <source>VirtualService %1 has no hosts, and no other in these files delegates to it: its routes get no requests. Name it as a delegate, or remove it, unless others elsewhere do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="94"/>
        <source>Requests for %2 at Gateway %3 that match this (%1) are routed by %4, too. The routes are put together and only those of the oldest VirtualService get such requests, which files do not tell. Keep one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="99"/>
        <source>All requests for %1 at Gateway %2 that nothing else matches are routed by %3, too. Only the route of the oldest VirtualService gets them, which files do not tell. Keep one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="103"/>
        <source>%3 matches more (%2) for the same host %4 at the same gateway. If it is the older VirtualService, this match (%1) gets no requests, and files do not tell which is. Put both into one VirtualService, this one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="108"/>
        <source>%1 retries of up to %2 each do not fit into the timeout of %3: it ends the request with 504 (UT) during try %4 of %5. Raise the timeout, or lower perTryTimeout or attempts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="112"/>
        <source>After %1 requests to %2 end with 504 (UT), but it calls %3 in turn, which has %4 (VirtualService %5): it goes on waiting for answers that nobody wants any more. Make the timeout of the caller the longer one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="117"/>
        <source>Retries multiply along the calls %1: one request that fails may come to %2 requests at the last of them, just when it is overloaded. Retry at one place of the chain only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="121"/>
        <source>Nothing ends requests that hang here: Istio sets no timeout, and callers fill up with open requests. Set timeout (routes without one: %1), or “0s” to say that this is meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="125"/>
        <source>%1 is 1 for %2: a second request at the same time overflows the pool and fails with 503 (UO). Set it to what the service can bear.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="129"/>
        <source>Each proxy may open one connection to %1: requests of HTTP/1.1 wait for each other, and further connections of TCP are refused (UO). Raise maxConnections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="133"/>
        <source>These proxies work with one thread: all their connections share a core, and what does not get its turn waits until it times out (UT) or overflows a pool (UO). Remove concurrency, or set it to the cores that the pods have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="138"/>
        <source>DestinationRule %4, which has subset %1 of %2, is not exported to namespace %3, where proxies use this route: their requests fail with 503 (NC). Add %3 to its exportTo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="142"/>
        <source>This workload calls %1, but %3 is not exported to its namespace %2: the proxy does not know the host, without mTLS and routing, or blocks it with 502. Add %2 to exportTo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="146"/>
        <source>This workload calls %2, but VirtualService %1 with the routes for it is not exported to its namespace %3: its requests are not split, retried or timed out as written there. Add %3 to exportTo, if it is meant for them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="151"/>
        <source>Flagger sets these weights while Canary %1 runs: what is written here is overwritten. Change the steps of the Canary in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="155"/>
        <source>Argo Rollouts sets these weights while Rollout %1 runs: what is written here is overwritten. Write 100 for the stable one and 0 for the canary, and change the steps of the Rollout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="159"/>
        <source>Namespace %1 has no Sidecar: its %2 workloads get all %3 hosts of the mesh, %4 of them of other namespaces, which costs memory and time at each change. Add a Sidecar with the egress hosts that are called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="164"/>
        <source>Policies let only callers of namespace %2 reach %1, but this goes to every proxy of the mesh. Set exportTo to “.”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="169"/>
        <source>There is no such Gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="170"/>
        <source>No Service or ServiceEntry has this host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="171"/>
        <source>There is no such VirtualService.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="172"/>
        <source>No DestinationRule has this subset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="173"/>
        <source>This Gateway is not in these files and may exist elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="174"/>
        <source>This host is not in these files and may exist elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="176"/>
        <source>This VirtualService is not in these files and may exist elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="177"/>
        <source>This subset is not in these files and may exist elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="14"/>
        <source>%1 %2 added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="15"/>
        <source>%1 %2 removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="16"/>
        <source>%1 %2 moved: %3 → %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="17"/>
        <source>%1 %2: comments or spelling only, no meaning changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="18"/>
        <source>%1 %2 is called %3 now; its contents are the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="19"/>
        <source>%1: written in another order; order has no effect here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="20"/>
        <location filename="../models/workspace/changewords.cpp" line="29"/>
        <source>Route %1: %2 %3 → %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="21"/>
        <source>Route %1: destination %2 added with weight %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="22"/>
        <source>Route %1: destination %2 removed (weight %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="23"/>
        <source>Route %1 goes to %3 instead of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="24"/>
        <source>Route %1 added: %2 → %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="25"/>
        <source>Route %1 removed: %2 → %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="27"/>
        <source>Route %1 is tried at place %3 instead of %2; the first route that matches wins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="28"/>
        <source>Route %1 matches %3 instead of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="30"/>
        <source>Route %1: %2 %3 added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="31"/>
        <source>Route %1: %2 %3 removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="32"/>
        <source>Route %1: %2 moved from place %3 to %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="33"/>
        <source>Subset %1 added (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="34"/>
        <source>Subset %1 removed (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="35"/>
        <source>Subset %1: %2 %3 → %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="36"/>
        <source>Subset %1: %2 %3 added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="37"/>
        <source>Subset %1: %2 %3 removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="38"/>
        <source>Subset %1: %2 moved from place %3 to %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="39"/>
        <source>Host %1 added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="40"/>
        <source>Host %1 removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="41"/>
        <source>Host %2 instead of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="42"/>
        <source>Gateway %2 instead of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="43"/>
        <source>Exported to %2 instead of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="45"/>
        <source>Patch %1 is applied at place %2 now; patches are applied in their order, and a later one works on what the earlier ones made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="48"/>
        <source>Gateway %1 added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="49"/>
        <source>Gateway %1 removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="50"/>
        <source>Also exported to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="51"/>
        <source>No longer exported to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="52"/>
        <source>%1: %2 → %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="53"/>
        <source>%1: %2 added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="54"/>
        <source>%1: %2 removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="55"/>
        <source>%1 moved from place %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="59"/>
        <source>Callers must now meet both: %1, and %2. Before, either of them was enough; calls that meet only one are refused now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="63"/>
        <source>Callers must now meet all of these at once: %1. Before, any one of them was enough; calls that meet only some are refused now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="67"/>
        <source>It is enough for callers to meet one of two now: %1, or %2. Before, both were asked for; more calls are let in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="71"/>
        <source>It is enough for callers to meet one of these now: %1. Before, all of them were asked for; more calls are let in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="75"/>
        <source>Only calls that meet both are refused now: %1, and %2. Before, either of them was enough to be refused; more calls are let in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="79"/>
        <source>Only calls that meet all of these are refused now: %1. Before, any one of them was enough to be refused; more calls are let in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="83"/>
        <source>Calls that meet one of two are refused now: %1, or %2. Before, only those that met both were; more calls are refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="87"/>
        <source>Calls that meet one of these are refused now: %1. Before, only those that met all of them were; more calls are refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="90"/>
        <source>The rule that let in calls with %1 is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="91"/>
        <source>A new rule lets in calls with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="92"/>
        <source>The rule that let in every call is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="93"/>
        <source>A new rule lets in every call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="94"/>
        <source>The rule that refused calls with %1 is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="95"/>
        <source>A new rule refuses calls with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="96"/>
        <source>The rule that refused every call is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="97"/>
        <source>A new rule refuses every call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="98"/>
        <source>The rule for calls with %1 is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="99"/>
        <source>A new rule is for calls with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="100"/>
        <source>The rule for every call is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="101"/>
        <source>A new rule is for every call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="103"/>
        <source>The policy is for calls that meet both now: %1, and %2. Before, either of them was enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="106"/>
        <source>The policy is for calls that meet all of these now: %1. Before, any one of them was enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="109"/>
        <source>The policy is for calls that meet one of two now: %1, or %2. Before, both were asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="112"/>
        <source>The policy is for calls that meet one of these now: %1. Before, all of them were asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="115"/>
        <source>Route %1 takes only requests that fit both now: %2, and %3. Before, either of them was enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="118"/>
        <source>Route %1 takes only requests that fit all of these now: %2. Before, any one of them was enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="122"/>
        <source>Route %1 takes requests that fit one of two now: %2, or %3. Before, both were asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="125"/>
        <source>Route %1 takes requests that fit one of these now: %2. Before, all of them were asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="128"/>
        <source>The proxies can now reach every service of the mesh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="130"/>
        <source>The proxies can now reach every service of namespace %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="131"/>
        <source>The proxies can now reach %1 of namespace %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="132"/>
        <source>The proxies can now reach %1 of any namespace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="134"/>
        <source>The proxies no longer know every service of the mesh, only those that are listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="137"/>
        <source>The proxies no longer know every service of namespace %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="138"/>
        <source>The proxies no longer know %1 of namespace %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="139"/>
        <source>The proxies no longer know %1 of any namespace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="142"/>
        <source>The workloads of the whole mesh now refuse plain text: callers without a proxy cannot connect any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="146"/>
        <source>The workloads of namespace %1 now refuse plain text: callers without a proxy cannot connect any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="150"/>
        <source>The workloads that %1 selects now refuse plain text: callers without a proxy cannot connect any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="154"/>
        <source>The workloads of the whole mesh now take plain text as well as mutual TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="156"/>
        <source>The workloads of namespace %1 now take plain text as well as mutual TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="158"/>
        <source>The workloads that %1 selects now take plain text as well as mutual TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="160"/>
        <source>The workloads of the whole mesh now take plain text only, no mutual TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="162"/>
        <source>The workloads of namespace %1 now take plain text only, no mutual TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="164"/>
        <source>The workloads that %1 selects now take plain text only, no mutual TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="166"/>
        <source>Subset %1 is called %2 now; nothing uses the old name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="168"/>
        <source>Subset %1 is called %2 now, but the old name is still used by %3: their requests fail (503) until they use the new one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="172"/>
        <source>Subset %1 is gone, but still used by %2: their requests fail (503)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="174"/>
        <source>%1 % of %2 moves from %3 to %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="175"/>
        <source>%1 % of %2 with %3 moves from %4 to %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="176"/>
        <source>%1 % of the requests with %2 move from %3 to %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="177"/>
        <source>%1 % of the requests to %2 move from %3 to %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="179"/>
        <source>Route %1: retries can now take %2 of a timeout of %3; the last ones are cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="180"/>
        <source>Route %1: retries fit into the timeout now: %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="183"/>
        <source>Move %1 % of %2 from %3 to %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="184"/>
        <source>Split %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="185"/>
        <source>Change the split of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="186"/>
        <source>Add %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/fixwords.cpp" line="14"/>
        <source>Remove the annotation %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/fixwords.cpp" line="15"/>
        <location filename="../models/workspace/fixwords.cpp" line="21"/>
        <source>Rename %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/fixwords.cpp" line="16"/>
        <source>Make %1 a label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/fixwords.cpp" line="17"/>
        <source>Move %1 to the pod template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/fixwords.cpp" line="19"/>
        <source>Remove this copy of %1 %2, which says the same as the one at %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/fixwords.cpp" line="20"/>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/fixwords.cpp" line="22"/>
        <source>Use the gateway %2 instead of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/fixwords.cpp" line="23"/>
        <location filename="../models/workspace/fixwords.cpp" line="51"/>
        <source>Write %2 instead of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/fixwords.cpp" line="24"/>
        <source>Remove the second %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/fixwords.cpp" line="25"/>
        <source>Keep the label %1 alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/fixwords.cpp" line="26"/>
        <source>Label %2 with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/fixwords.cpp" line="27"/>
        <source>Remove match %1 of route %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/fixwords.cpp" line="28"/>
        <source>Use %2 instead of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/fixwords.cpp" line="29"/>
        <source>Set priority %1: patch after all others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/fixwords.cpp" line="30"/>
        <source>Set priority %1: patch before all others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/fixwords.cpp" line="31"/>
        <source>Use the operation %2 instead of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/fixwords.cpp" line="32"/>
        <source>Send it to port %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/fixwords.cpp" line="33"/>
        <source>Name port %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/fixwords.cpp" line="34"/>
        <source>Say that port %1 speaks %2 (appProtocol)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/fixwords.cpp" line="35"/>
        <source>Use port %2 instead of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/fixwords.cpp" line="36"/>
        <source>Log with the provider %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/fixwords.cpp" line="37"/>
        <location filename="../models/workspace/changewords.cpp" line="187"/>
        <source>Remove %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/fixwords.cpp" line="38"/>
        <source>Move route %1 before route %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/fixwords.cpp" line="39"/>
        <source>Move the route without a match to the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/fixwords.cpp" line="40"/>
        <source>Remove route %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/fixwords.cpp" line="41"/>
        <source>Select %2 instead of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/fixwords.cpp" line="42"/>
        <source>Add the subset %1 (%3) to the DestinationRule for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/fixwords.cpp" line="44"/>
        <source>Add the subset %1 (%3, which no pod in these files has) to the DestinationRule for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/fixwords.cpp" line="46"/>
        <source>Create a DestinationRule for %2 with the subset %1 (%3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/fixwords.cpp" line="47"/>
        <source>Use the subset %2 instead of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/fixwords.cpp" line="48"/>
        <source>Make a list of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/fixwords.cpp" line="49"/>
        <source>Put %1 in quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/fixwords.cpp" line="50"/>
        <source>Take %1 out of its quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/fixwords.cpp" line="52"/>
        <source>Share evenly: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/fixwords.cpp" line="53"/>
        <source>Scale %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="188"/>
        <source>Move %1 %2 to another file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="189"/>
        <source>Rename %1 %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="190"/>
        <source>Tidy the text of %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="191"/>
        <source>Change %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="192"/>
        <source>Change %1 resources in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="193"/>
        <source>Change %1 resources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="194"/>
        <source>Change the mesh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="15"/>
        <source>Only comments or spelling change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="16"/>
        <source>%1 %2 moves to another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="17"/>
        <source>%7 % of a route&apos;s traffic in %2 moves in one step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="18"/>
        <source>%7 % of a route&apos;s traffic in %2 moves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="19"/>
        <source>A route of %2 gets another destination.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="20"/>
        <source>A route of %2 loses a destination.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="21"/>
        <source>Where a route of %2 sends requests changes (%3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="22"/>
        <source>A timeout of %2 changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="23"/>
        <source>Retries of %2 change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="24"/>
        <source>%2 gets a new route.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="26"/>
        <source>%2 gets a route without a match: it takes every request that reaches it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="28"/>
        <source>%2 loses a route; its requests fall to a later route or to none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="29"/>
        <source>%2 gets its first routes at %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="30"/>
        <source>The order of the routes of %2 changes; the first match wins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="31"/>
        <source>Other requests match a route of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="32"/>
        <source>A route of %2 is renamed; metrics show the new name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="33"/>
        <source>Fault injection of %2 changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="34"/>
        <source>Where %2 sends copies of requests changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="36"/>
        <source>What a route of %2 does to requests or answers changes (%3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="37"/>
        <source>%2 routes other host names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="38"/>
        <source>%2 is attached to other gateways.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="39"/>
        <location filename="../models/workspace/riskwords.cpp" line="110"/>
        <source>%1 %2 is new.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="41"/>
        <source>%1 %2 goes away; its hosts fall back to plain load balancing or to no route.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="42"/>
        <source>%1 %2 takes the wildcard host %5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="43"/>
        <source>Other namespaces see %1 %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="44"/>
        <source>%2 gets a new subset; nothing is routed to it yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="46"/>
        <source>%2 loses a subset that routes name: until both changes have arrived requests fail with 503 (NC).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="49"/>
        <source>%2 loses a subset that no route here names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="50"/>
        <source>A subset of %2 stands for other pods.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="52"/>
        <source>The traffic policy of %2 changes (load balancing, pools, outlier detection).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="54"/>
        <source>TLS from clients to %2 is set; if the server disagrees, requests fail with 503.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="55"/>
        <source>%2 turns to another host: %4 → %5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="56"/>
        <source>%2 holds for other clients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="57"/>
        <source>DestinationRule %2 is new.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="59"/>
        <source>DestinationRule %2 goes away though routes name its subsets: 503 (NC).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="60"/>
        <source>DestinationRule %2 goes away with its policy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="61"/>
        <source>TLS of Gateway %2 changes (%3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="62"/>
        <source>What Gateway %2 serves to the outside changes (%3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="63"/>
        <source>Gateway %2 moves to other proxies (%3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="64"/>
        <source>Gateway %2 is added or removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="65"/>
        <source>ServiceEntry %2 is new: the mesh can reach its hosts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="67"/>
        <source>ServiceEntry %2 goes away though routes lead to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="69"/>
        <source>ServiceEntry %2 goes away; with REGISTRY_ONLY its callers get 502.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="70"/>
        <source>ServiceEntry %2 changes (%3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="71"/>
        <source>Service %2 stands for other pods.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="73"/>
        <source>Service %2 changes (%3); the name of a port decides its protocol.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="74"/>
        <source>Service %2 is new.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="75"/>
        <source>Service %2 goes away though routes lead to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="76"/>
        <source>Service %2 goes away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="78"/>
        <source>PeerAuthentication %2 changes who can connect: STRICT breaks callers without a proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="80"/>
        <source>%2 denies requests, whatever other policies allow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="81"/>
        <source>The action of %2 changes: %4 → %5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="83"/>
        <source>AuthorizationPolicy %2 goes away; the last ALLOW removed opens its workloads to all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="85"/>
        <source>AuthorizationPolicy %2 holds for the whole mesh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="86"/>
        <source>%2 allows nothing: every request is denied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="87"/>
        <source>%2 lets everybody with an identity in (%3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="88"/>
        <source>AuthorizationPolicy %2 changes who may call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="90"/>
        <source>RequestAuthentication %2 changes which tokens are accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="92"/>
        <source>RequestAuthentication %2 goes away; policies that ask for a token then deny.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="94"/>
        <source>EnvoyFilter %2 changes proxies directly; nothing checks it before it is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="95"/>
        <source>WasmPlugin %2 gets another version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="96"/>
        <source>WasmPlugin %2 changes code in the path of requests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="97"/>
        <source>Sidecar %2 holds for the whole mesh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="98"/>
        <source>Sidecar %2 changes which hosts its workloads can call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="99"/>
        <source>Telemetry %2 holds for the whole mesh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="100"/>
        <source>Telemetry %2 changes metrics, logs or traces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="101"/>
        <source>ProxyConfig %2 changes settings of proxies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="102"/>
        <source>The mesh config changes (%2): every proxy reads it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="103"/>
        <source>The installation of Istio changes (%1 %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="105"/>
        <source>Pods of %2 join, leave or change the revision of the mesh (%3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="107"/>
        <source>Labels or annotations of the pods of %2 change; subsets and policies select by them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="109"/>
        <source>%1 %2 changes, not the mesh&apos;s configuration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="111"/>
        <source>%1 %2 goes away; what selects it loses endpoints.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="112"/>
        <source>Labels or annotations of %1 %2 change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="113"/>
        <source>%1 %2 is written in another version of the API.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="114"/>
        <source>%2 lets one more source in (%3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="116"/>
        <source>This list says nothing of such a change of %1 %2 (%3); look at it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="117"/>
        <source>No rule knows this change of %1 %2 (%3); look at it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/summary.cpp" line="208"/>
        <location filename="../models/workspace/reviewhtml.cpp" line="93"/>
        <location filename="../models/workspace/reviewmarkdown.cpp" line="118"/>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/summary.cpp" line="215"/>
        <source>Hosts:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/summary.cpp" line="216"/>
        <source>Namespaces:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/summary.cpp" line="217"/>
        <source>Workloads behind them:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/summary.cpp" line="239"/>
        <source>None.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/summary.cpp" line="257"/>
        <source>The diff is longer; lines left out: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/summary.cpp" line="271"/>
        <source>Diff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/summary.cpp" line="290"/>
        <source>, wait for the sync, then </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/summary.cpp" line="291"/>
        <source>%1 pull requests: first %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/summary.cpp" line="354"/>
        <location filename="../models/workspace/reviewhtml.cpp" line="166"/>
        <location filename="../models/workspace/reviewmarkdown.cpp" line="190"/>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/summary.cpp" line="356"/>
        <source>Findings introduced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/summary.cpp" line="357"/>
        <source>Findings mended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/summary.cpp" line="400"/>
        <location filename="../models/workspace/reviewmarkdown.cpp" line="87"/>
        <location filename="../models/workspace/reviewmarkdown.cpp" line="147"/>
        <source>and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/schemawords.cpp" line="17"/>
        <source>The schema tables are missing from the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/schemawords.cpp" line="18"/>
        <source>The schema table is not valid JSON: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/schemawords.cpp" line="19"/>
        <source>The schema table names the type %1, which is not there once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/schemawords.cpp" line="20"/>
        <source>The schema table has an unknown %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/schemawords.cpp" line="22"/>
        <source>There is no field %1 here. Remove it or move it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/schemawords.cpp" line="23"/>
        <source>There is no field %1 here. Did you mean %2?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/schemawords.cpp" line="24"/>
        <source>The field %1 is required here. Add it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/schemawords.cpp" line="25"/>
        <source>%1 has the type %3, but has to be %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/schemawords.cpp" line="26"/>
        <source>%1 cannot be %2. Choose one of: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/schemawords.cpp" line="27"/>
        <source>%1 is %2, but has to be at least %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/schemawords.cpp" line="28"/>
        <source>%1 is %2, but may be at most %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/schemawords.cpp" line="29"/>
        <source>%1 has %2 characters, but needs at least %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/schemawords.cpp" line="30"/>
        <source>%1 has %2 characters, but may have at most %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/schemawords.cpp" line="31"/>
        <source>%1 has %2 entries, but needs at least %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/schemawords.cpp" line="32"/>
        <source>%1 has %2 entries, but may have at most %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/schemawords.cpp" line="33"/>
        <source>%1 is %2, which does not fit the pattern %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/schemawords.cpp" line="35"/>
        <source>%1 is %2, which is not a duration. Write a number with a unit, such as 10s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/schemawords.cpp" line="36"/>
        <source>%1 is %2, where %3 is not allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/schemawords.cpp" line="37"/>
        <source>%1 is %2. Its address has to begin with one of: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/schemawords.cpp" line="38"/>
        <source>%2 This is about: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/schemawords.cpp" line="39"/>
        <source>%1 breaks a rule. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/schemawords.cpp" line="59"/>
        <source>Deprecated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/schemawords.cpp" line="60"/>
        <source>Deprecated: use %1 instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/keptwords.cpp" line="11"/>
        <source>1 edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/keptwords.cpp" line="12"/>
        <source>%L1 edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/keptwords.cpp" line="17"/>
        <source>1 file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/keptwords.cpp" line="18"/>
        <source>%L1 files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/environmentwords.cpp" line="36"/>
        <source>stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/environmentwords.cpp" line="38"/>
        <source>found outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/environmentwords.cpp" line="40"/>
        <source>assumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/environmentwords.cpp" line="56"/>
        <source>no mesh</source>
        <extracomment>Data-plane mode: no workload takes part in the mesh.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/environmentwords.cpp" line="58"/>
        <source>sidecar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/environmentwords.cpp" line="60"/>
        <source>ambient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/environmentwords.cpp" line="62"/>
        <source>sidecar and ambient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/environmentwords.cpp" line="72"/>
        <source>Version %1: image %2 in %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/environmentwords.cpp" line="74"/>
        <source>Version %1: %2 in %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/environmentwords.cpp" line="76"/>
        <source>Version %1: Helm chart %2 in %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/environmentwords.cpp" line="78"/>
        <source>Revision %1: label of %2 in %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/environmentwords.cpp" line="80"/>
        <source>Version %1: label of %2 in %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/environmentwords.cpp" line="92"/>
        <source>Data plane %2: label of the namespace %1 in %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/environmentwords.cpp" line="94"/>
        <source>Data plane %2: label of the pods of %1 in %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/environmentwords.cpp" line="96"/>
        <source>Data plane %2: a proxy stands in %1 in %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/environmentwords.cpp" line="99"/>
        <source>Data plane %2: %1 in %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/environmentwords.cpp" line="101"/>
        <source>Data plane %2: the namespace %1 in %3 asks for nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/environmentwords.cpp" line="121"/>
        <source>Version %1: stated in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/environmentwords.cpp" line="129"/>
        <source>Data plane %1: stated in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/environmentwords.cpp" line="137"/>
        <source>These do not say the same; rules are those of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/environmentwords.cpp" line="146"/>
        <source>And %1 more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/environmentwords.cpp" line="162"/>
        <source>delivered by %1 Application %2 (of an ApplicationSet)</source>
        <extracomment>%1 is &quot;Argo CD&quot;, %2 a name.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/environmentwords.cpp" line="166"/>
        <source>delivered by %1 %2 %3</source>
        <extracomment>&quot;delivered by Argo CD Application argocd/shop&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/environmentwords.cpp" line="172"/>
        <source>Named in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/environmentwords.cpp" line="174"/>
        <source>Into the namespace %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/environmentwords.cpp" line="177"/>
        <source>At revision %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/environmentwords.cpp" line="182"/>
        <source>After %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/environmentwords.cpp" line="186"/>
        <source>Assumed to mean this repository: no URL is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/environmentwords.cpp" line="187"/>
        <source>Assumed to mean this repository: no remote has the URL %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/environmentwords.cpp" line="203"/>
        <source>%1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/environmentwords.cpp" line="244"/>
        <source>No file says which version of Istio this is for: the newest that is known is assumed. State it in .meshdraft.yaml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/environmentwords.cpp" line="250"/>
        <source>No file says whether sidecars or ambient mode are used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/matrixwords.cpp" line="25"/>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/matrixwords.cpp" line="26"/>
        <source>Gateways</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/matrixwords.cpp" line="27"/>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/matrixwords.cpp" line="28"/>
        <source>Timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/matrixwords.cpp" line="29"/>
        <source>Retries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/matrixwords.cpp" line="30"/>
        <source>Retries, perTryTimeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/matrixwords.cpp" line="31"/>
        <source>Retries, retryOn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/matrixwords.cpp" line="32"/>
        <source>Mirror</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/matrixwords.cpp" line="33"/>
        <source>Fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/matrixwords.cpp" line="50"/>
        <source>Load balancer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/matrixwords.cpp" line="51"/>
        <source>Consistent hash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/matrixwords.cpp" line="52"/>
        <location filename="../models/workspace/matrixwords.cpp" line="165"/>
        <source>Client TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/matrixwords.cpp" line="53"/>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/matrixwords.cpp" line="54"/>
        <source>Server mTLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/matrixwords.cpp" line="55"/>
        <source>Proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/matrixwords.cpp" line="56"/>
        <source>Revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/matrixwords.cpp" line="57"/>
        <source>Replicas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/matrixwords.cpp" line="78"/>
        <source>default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/matrixwords.cpp" line="80"/>
        <source>mesh config</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/matrixwords.cpp" line="82"/>
        <source>from the rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/matrixwords.cpp" line="84"/>
        <location filename="../models/workspace/reachwords.cpp" line="61"/>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/matrixwords.cpp" line="86"/>
        <source>not set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/matrixwords.cpp" line="88"/>
        <source>automatic mTLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/matrixwords.cpp" line="90"/>
        <source>not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/matrixwords.cpp" line="92"/>
        <source>no proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/matrixwords.cpp" line="94"/>
        <source>cannot tell: proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/matrixwords.cpp" line="96"/>
        <source>cannot tell: creation order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/matrixwords.cpp" line="98"/>
        <source>cannot tell: filled in later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/matrixwords.cpp" line="108"/>
        <source>Nothing in this environment has this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/matrixwords.cpp" line="117"/>
        <source>Not written; Istio&apos;s default holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/matrixwords.cpp" line="119"/>
        <source>Not written; the mesh config says it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/matrixwords.cpp" line="121"/>
        <source>Not written here; that of the whole rule holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/matrixwords.cpp" line="123"/>
        <source>The only destination gets every request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/matrixwords.cpp" line="125"/>
        <source>Not written; automatic mTLS decides by what the server has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/matrixwords.cpp" line="127"/>
        <source>The workload has no proxy, so nothing is enforced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/matrixwords.cpp" line="129"/>
        <source>The files do not tell whether the workload has a proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/matrixwords.cpp" line="131"/>
        <source>The oldest of several objects holds, which files cannot tell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/matrixwords.cpp" line="133"/>
        <source>The value is filled in later; it is not compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/matrixwords.cpp" line="135"/>
        <source>The environment has the host, but nothing of this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/matrixwords.cpp" line="155"/>
        <source>Hosts and gateways</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/matrixwords.cpp" line="157"/>
        <source>Routes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/matrixwords.cpp" line="159"/>
        <source>Connection pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/matrixwords.cpp" line="161"/>
        <source>Outlier detection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/matrixwords.cpp" line="163"/>
        <source>Load balancing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/matrixwords.cpp" line="167"/>
        <source>Subsets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/matrixwords.cpp" line="169"/>
        <source>Workloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/matrixwords.cpp" line="191"/>
        <location filename="../models/workspace/trafficwords.cpp" line="274"/>
        <source>no such host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/matrixwords.cpp" line="195"/>
        <source>cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/matrixwords.cpp" line="224"/>
        <source>Matched by name; the namespaces differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/matrixwords.cpp" line="226"/>
        <source>Matched by the routes; the hosts differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/matrixexport.cpp" line="54"/>
        <source>Setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/matrixexport.cpp" line="96"/>
        <source>Environments compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/matrixexport.cpp" line="97"/>
        <source>Rows that differ: %1 of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/verification.cpp" line="162"/>
        <source>After the sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/verification.cpp" line="170"/>
        <source>The proxies have it:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/verification.cpp" line="171"/>
        <source>Requests go where they should. Telemetry lags: a scrape (15 to 60 s) and the window of the query (5 min) pass before it tells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/canarywords.cpp" line="32"/>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/canarywords.cpp" line="34"/>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/canarywords.cpp" line="35"/>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/canarywords.cpp" line="41"/>
        <location filename="../models/workspace/reachwords.cpp" line="65"/>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/canarywords.cpp" line="42"/>
        <source>1 step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/canarywords.cpp" line="43"/>
        <source>%1 steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/canarywords.cpp" line="49"/>
        <source>%1, pauses differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/canarywords.cpp" line="50"/>
        <source>%1, %2 pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/stackwords.cpp" line="24"/>
        <source>Branch %1 of %2 of a canary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/stackwords.cpp" line="27"/>
        <source>Branch %1 of %2: what the next one needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/stackwords.cpp" line="29"/>
        <source>Branch %1 of %2: takes out what nothing needs any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/stackwords.cpp" line="33"/>
        <source>Branch %1 of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/stackwords.cpp" line="43"/>
        <source>Merge after %1, when that has been synced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/stackwords.cpp" line="45"/>
        <location filename="../models/workspace/stackwords.cpp" line="75"/>
        <source>Then let it stand for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/stackwords.cpp" line="48"/>
        <source>Note: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/stackwords.cpp" line="56"/>
        <source>Stack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/stackwords.cpp" line="61"/>
        <source>(this one)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/stackwords.cpp" line="65"/>
        <source>One pull request a branch: merge, wait for the sync, then merge the next. Merged together they would arrive as one state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/stackwords.cpp" line="70"/>
        <source>Merge this one after %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/stackwords.cpp" line="83"/>
        <source>One pull request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/stackwords.cpp" line="84"/>
        <source>%1 pull requests, one a branch: merge 1, wait for the sync, then merge 2, and so on. Merged together they would arrive as one state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/canarywords.cpp" line="58"/>
        <source>%1 sets these weights from %2 %3 (line %4). A change here will be overwritten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/canarywords.cpp" line="68"/>
        <location filename="../models/workspace/flowwords.cpp" line="38"/>
        <location filename="../models/workspace/requestwords.cpp" line="33"/>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/canarywords.cpp" line="70"/>
        <source>pause until promoted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/canarywords.cpp" line="71"/>
        <source>pause %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/canarywords.cpp" line="73"/>
        <source>another kind of step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/pastewords.cpp" line="16"/>
        <source>There is nothing to read. Paste a curl command or a line of an access log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/pastewords.cpp" line="17"/>
        <source>The text is longer than %1 bytes and was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/pastewords.cpp" line="18"/>
        <source>The quote %1 is not closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/pastewords.cpp" line="19"/>
        <source>This is not a curl command.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/pastewords.cpp" line="20"/>
        <source>The curl command has no URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/pastewords.cpp" line="22"/>
        <source>The curl command has a second URL, %1. Paste one request at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/pastewords.cpp" line="23"/>
        <source>%1 URLs are not followed, only http and https.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/pastewords.cpp" line="24"/>
        <source>%1 is not a URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/pastewords.cpp" line="25"/>
        <source>%1 is not a port; expected 1 to 65535.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/pastewords.cpp" line="26"/>
        <source>curl has no option %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/pastewords.cpp" line="27"/>
        <source>The option %1 needs a value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/pastewords.cpp" line="28"/>
        <source>The shell would replace %1 in the URL. Write its value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/pastewords.cpp" line="30"/>
        <source>This is neither a curl command nor a line of an access log as Istio or Envoy write it by default, as text or JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/pastewords.cpp" line="34"/>
        <source>The line has %1 fields; Istio&apos;s default format has 22, Envoy&apos;s 13. A format of your own can be read as JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/pastewords.cpp" line="37"/>
        <source>The line is not valid JSON: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/pastewords.cpp" line="39"/>
        <source>No field of the line names a host: authority, requested_server_name, upstream_cluster and downstream_local_address are empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/pastewords.cpp" line="44"/>
        <source>%1 is a template; tests are read from plain YAML.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/pastewords.cpp" line="46"/>
        <source>There is no field %1 here; known are %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/pastewords.cpp" line="48"/>
        <source>%1 cannot be “%2”; expected %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/pastewords.cpp" line="50"/>
        <source>There is a test “%1” already; every test needs a name of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/pastewords.cpp" line="51"/>
        <source>The percentages add up to %1, not to 100.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/pastewords.cpp" line="52"/>
        <source>There is no test “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/pastewords.cpp" line="56"/>
        <source>The weights of this route sum to %1, not to 100; Istio takes them as parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/pastewords.cpp" line="57"/>
        <source>%1 % of the requests reach nobody (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/pastewords.cpp" line="59"/>
        <source>%1 of the requests %2 reach nobody: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/pastewords.cpp" line="61"/>
        <source>Requests of %4 flows reach nobody: %3. The most are %1 of those %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/pastewords.cpp" line="62"/>
        <source>No request was found that takes this route.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/pastewords.cpp" line="63"/>
        <source>Copies of %1 % of the requests go to %2, on top of the total.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/pastewords.cpp" line="67"/>
        <source>The proxy may have an older configuration than the files: look at `istioctl proxy-status`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/pastewords.cpp" line="70"/>
        <source>The pods may not be ready or not listen on the port yet; files do not say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/pastewords.cpp" line="72"/>
        <source>Outlier detection may have taken all pods out for a while (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/pastewords.cpp" line="73"/>
        <source>A connection has to be made within %2 (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/pastewords.cpp" line="74"/>
        <source>Connections are closed after %2 requests (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/pastewords.cpp" line="76"/>
        <source>Idle connections are closed after %2 (%1); the server may close them sooner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/pastewords.cpp" line="78"/>
        <source>Keep-alive of connections is set (%1); something between may forget them sooner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/pastewords.cpp" line="81"/>
        <source>The server may close idle connections before the proxy does: its keep-alive time should be the longer one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/pastewords.cpp" line="84"/>
        <source>The server may have ended or crashed while it answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/pastewords.cpp" line="86"/>
        <source>No more than %2 at a time: %1. What comes on top is refused at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/pastewords.cpp" line="88"/>
        <source>More requests or connections at a time than a limit of the proxy lets through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/pastewords.cpp" line="89"/>
        <source>The whole request may take %2 (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/pastewords.cpp" line="90"/>
        <source>Each attempt may take %2 (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/pastewords.cpp" line="91"/>
        <source>The server takes longer than the proxy waits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/pastewords.cpp" line="92"/>
        <source>The retries of the route are used up (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/pastewords.cpp" line="93"/>
        <source>Every attempt failed; the flag beside this one says how.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/pastewords.cpp" line="94"/>
        <source>The proxy waits %2 (%1); the caller may give up sooner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/pastewords.cpp" line="95"/>
        <source>The caller closed the connection before the answer came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/pastewords.cpp" line="96"/>
        <source>The caller sends what the port&apos;s protocol is not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/pastewords.cpp" line="98"/>
        <source>The server answers in another protocol than its port says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/pastewords.cpp" line="100"/>
        <source>The external authorizer refused the request, or could not be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/pastewords.cpp" line="102"/>
        <source>The token may have expired or be signed with a key that is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/pastewords.cpp" line="103"/>
        <source>A limit of requests in a time was reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/requestwords.cpp" line="69"/>
        <source>another %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/requestwords.cpp" line="76"/>
        <source>a token of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/requestwords.cpp" line="77"/>
        <source>an invalid token of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/requestwords.cpp" line="98"/>
        <source> with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/requestwords.cpp" line="105"/>
        <source>TCP connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/requestwords.cpp" line="107"/>
        <source>TLS connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/requestwords.cpp" line="108"/>
        <source>TLS connection for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/requestwords.cpp" line="110"/>
        <source>any other path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/requestwords.cpp" line="123"/>
        <source>%1 from %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/requestwords.cpp" line="136"/>
        <source>%1 by %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/requestwords.cpp" line="162"/>
        <source>mirrored to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/requestwords.cpp" line="165"/>
        <source>no timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/requestwords.cpp" line="166"/>
        <source>timeout %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/requestwords.cpp" line="167"/>
        <source>retries: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/requestwords.cpp" line="198"/>
        <source>namespace %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/requestwords.cpp" line="200"/>
        <source>gateway %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/requestwords.cpp" line="202"/>
        <source>outside the mesh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/requestwords.cpp" line="214"/>
        <source>%1 from %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/requestwords.cpp" line="233"/>
        <source>%1 unmanaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/requestwords.cpp" line="240"/>
        <source> (depends on creation order)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/requestwords.cpp" line="246"/>
        <source>any call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/requestwords.cpp" line="248"/>
        <source>%1: %2 -&gt; %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/requestwords.cpp" line="278"/>
        <source>callers alike: %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/requestwords.cpp" line="283"/>
        <source>further such requests: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="24"/>
        <source>The host %1 is filled in later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="25"/>
        <source>There is no workload %2 in namespace %1 in these files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="26"/>
        <source>%1 has no sidecar: it calls the host directly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="27"/>
        <location filename="../models/workspace/trafficwords.cpp" line="137"/>
        <source>%1 is in ambient mode, which is not evaluated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="29"/>
        <source>The files do not tell whether %1 has a sidecar; it is taken to have one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="30"/>
        <source>The sidecar of %1 takes the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="31"/>
        <source>The sidecar of some pod in namespace %1 takes the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="32"/>
        <source>There is no Gateway %2 in namespace %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="33"/>
        <source>The request comes in through gateway %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="35"/>
        <source>The gateway&apos;s pods are not in these files; they are taken to be in namespace %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="37"/>
        <source>The caller has no sidecar: it calls the host directly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="40"/>
        <source>The caller&apos;s Sidecar imports %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="41"/>
        <source>The caller&apos;s sidecar knows %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="42"/>
        <source>%1 is not exported to namespace %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="43"/>
        <source>The caller&apos;s Sidecar does not import %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="46"/>
        <source>The sidecar listens for %1 on port %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="47"/>
        <source>The sidecar listens on port %1 for all hosts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="48"/>
        <source>The Sidecar asks for a listener on port %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="49"/>
        <source>The listener has nothing for such a connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="50"/>
        <source>No service of the mesh has port %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="51"/>
        <source>The gateway does not listen on port %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="53"/>
        <source>The outbound policy is ALLOW_ANY: the request goes on to where it was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="55"/>
        <source>The outbound policy is REGISTRY_ONLY: the connection is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="57"/>
        <source>The outbound policy is REGISTRY_ONLY: the proxy answers 502.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="61"/>
        <source>A server of gateway %1 is left out: an older one has its TLS host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="63"/>
        <source>A server of gateway %1 is left out: an older one uses the port differently.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="64"/>
        <source>Gateway %1 takes HTTP on port %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="65"/>
        <source>Gateway %1 ends TLS on port %2 (%3) and reads HTTP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="66"/>
        <source>Gateway %1 ends TLS on port %2 (%3) and passes on what is inside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="67"/>
        <source>Gateway %1 passes connections on port %2 on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="68"/>
        <source>Gateway %1 passes TLS on port %2 on by its server name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="70"/>
        <source>The gateway passes TLS on to wherever its server name says; that is not followed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="72"/>
        <source>The gateway reads HTTP here, but the caller speaks TLS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="74"/>
        <source>The gateway reads HTTP here, but the caller does not speak it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="76"/>
        <source>The gateway wants TLS here, but the caller speaks plain text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="77"/>
        <source>No server of the gateway takes this TLS name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="80"/>
        <source>Routes for %1 decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="81"/>
        <location filename="../models/workspace/trafficwords.cpp" line="108"/>
        <source>%1 is another name of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="82"/>
        <source>No routes are written for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="83"/>
        <source>The sidecar has no host %1 on this port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="84"/>
        <source>No routes for %1 belong to this gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="85"/>
        <source>The gateway does not serve the host %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="86"/>
        <source>The gateway redirects plain HTTP to HTTPS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="87"/>
        <source>The request meets a match of route %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="88"/>
        <source>Route %1 takes every request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="89"/>
        <source>No route of %1 matches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="90"/>
        <source>Istio&apos;s own route sends it to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="91"/>
        <source>The route redirects with %1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="92"/>
        <source>The route redirects with %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="93"/>
        <location filename="../models/workspace/trafficwords.cpp" line="94"/>
        <source>The route answers %1 itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="95"/>
        <source>%1 % of the requests are delayed by %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="96"/>
        <source>%1 % of the requests are delayed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="97"/>
        <source>%1 % of the requests are aborted with %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="98"/>
        <source>%1 % of the requests are aborted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="99"/>
        <source>The path becomes %1, the host %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="100"/>
        <source>The matched path becomes %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="101"/>
        <source>The host becomes %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="102"/>
        <source>The route changes headers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="103"/>
        <source>The route answers CORS preflights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="104"/>
        <source>A copy goes to %1; its answer is dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="105"/>
        <source>Route %1 has no destination that gets requests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="109"/>
        <source>The destination is filled in later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="110"/>
        <source>The route&apos;s backend cannot be used: 500.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="111"/>
        <source>%1 has no port %2: 503 (NC).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="113"/>
        <source>%1 is not in these files; whether it exists cannot be told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="114"/>
        <source>%1 is not exported to namespace %2: 503 (NC).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="115"/>
        <source>Nothing has the host %1, seen from namespace %2: 503 (NC).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="116"/>
        <source>A DestinationRule holds for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="117"/>
        <source>No DestinationRule gives %1 the subset %2: 503 (NC).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="118"/>
        <source>It goes to subset %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="119"/>
        <source>It goes to all of %1 on port %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="120"/>
        <source>The client&apos;s proxy adds no TLS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="121"/>
        <source>The client&apos;s proxy speaks TLS with certificates of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="122"/>
        <source>The client&apos;s proxy speaks mutual TLS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="124"/>
        <source>The client&apos;s proxy speaks mutual TLS where the server has a proxy that takes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="126"/>
        <source>Files cannot tell what TLS the client&apos;s proxy speaks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="127"/>
        <source>%1 gets it (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="128"/>
        <source>%1 is outside of the mesh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="130"/>
        <source>%1 selects no workloads; its endpoints are set elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="131"/>
        <source>The workloads behind %1 are not in these files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="132"/>
        <source>No workload of %1 has the labels of subset %2: 503 (UH).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="133"/>
        <source>No workload is behind %1: 503 (UH).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="136"/>
        <source>%1 has no sidecar: no policy is enforced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="138"/>
        <source>The files do not tell whether %1 has a sidecar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="139"/>
        <source>The client speaks mutual TLS, but %1 has no sidecar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="141"/>
        <source>The oldest of several PeerAuthentications holds, which files cannot tell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="142"/>
        <source>The files do not tell the server&apos;s mTLS mode.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="143"/>
        <source>The server takes mutual TLS on port %2 (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="144"/>
        <source>The server takes it without mutual TLS on port %2 (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="145"/>
        <source>%1 does not expect this protocol on the port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="146"/>
        <source>%1 wants mutual TLS (STRICT), but the request is plain text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="147"/>
        <source>%1 does not take this TLS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="148"/>
        <source>There is no token, which RequestAuthentication lets pass.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="149"/>
        <source>The token of %1 is not valid: 401.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="150"/>
        <source>The token of %1 is for another audience: 403.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="151"/>
        <source>The token of %1 is accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="152"/>
        <source>No RequestAuthentication knows the issuer %1: 401.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="153"/>
        <source>AuthorizationPolicy %1 is a dry run: it decides nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="154"/>
        <source>AuthorizationPolicy %1 audits: it decides nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="155"/>
        <source>AuthorizationPolicy %1 asks %2, whose answer files cannot tell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="157"/>
        <source>AuthorizationPolicy %1 asks a provider, whose answer files cannot tell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="158"/>
        <source>No DENY policy meets the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="160"/>
        <source>The files do not tell whether AuthorizationPolicy %1 denies it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="161"/>
        <source>AuthorizationPolicy %1 denies it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="162"/>
        <source>No ALLOW policy: everything is allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="163"/>
        <source>AuthorizationPolicy %1 allows it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="165"/>
        <source>The files do not tell whether AuthorizationPolicy %1 allows it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="166"/>
        <source>AuthorizationPolicy %1 has no rules: it allows nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="168"/>
        <source>No ALLOW policy meets the request; AuthorizationPolicy %1 comes nearest (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="172"/>
        <source>EnvoyFilter %1 changes the proxy; what it does is not evaluated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="174"/>
        <source>A plugin (%1) runs in the proxy; what it does is not evaluated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reachwords.cpp" line="63"/>
        <source>some</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reachwords.cpp" line="67"/>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reachwords.cpp" line="86"/>
        <source>%1 of %2 kinds of requests arrive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reachwords.cpp" line="113"/>
        <location filename="../models/workspace/trafficwords.cpp" line="227"/>
        <source>Caller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reachwords.cpp" line="120"/>
        <source>Who can reach whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="229"/>
        <source>Known hosts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="231"/>
        <source>Listener</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="233"/>
        <source>Gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="235"/>
        <source>Virtual host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="237"/>
        <source>Route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="239"/>
        <source>Destination</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="241"/>
        <source>Endpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="243"/>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="245"/>
        <source>Authentication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="247"/>
        <source>Authorization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="256"/>
        <source>cannot be told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="258"/>
        <source>allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="260"/>
        <source>passed through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="262"/>
        <source>redirected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="264"/>
        <source>answered by the proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="266"/>
        <source>aborted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="268"/>
        <source>denied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="270"/>
        <source>token refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="272"/>
        <source>nothing listens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="276"/>
        <source>no route matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="278"/>
        <source>connection refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="280"/>
        <source>TLS mismatch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="282"/>
        <source>wrong protocol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="284"/>
        <source>blocked by REGISTRY_ONLY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="286"/>
        <source>no such destination</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="288"/>
        <source>no such subset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="290"/>
        <source>no endpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="292"/>
        <source>connection failure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="294"/>
        <source>differs by workload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="303"/>
        <source>cannot tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="305"/>
        <source>plain text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="307"/>
        <source>TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/trafficwords.cpp" line="309"/>
        <source>mutual TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/flowwords.cpp" line="45"/>
        <source>copies of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/flowwords.cpp" line="47"/>
        <source>all of them together %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/flowwords.cpp" line="69"/>
        <source>from %1 to %2</source>
        <extracomment>%1 who calls, %2 a host</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/flowwords.cpp" line="74"/>
        <source>%1 %2</source>
        <extracomment>%1 a kind of request, &quot;GET /cart&quot;; %2 &quot;from gateway shop-gw to shop.example&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/stepshares.cpp" line="202"/>
        <source>%1 to %2</source>
        <extracomment>a range of percentages: &quot;10 %&quot; to &quot;20 %&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/stepshares.cpp" line="207"/>
        <source>nobody %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/stepshares.cpp" line="210"/>
        <source>Of all requests to its hosts: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/stepshares.cpp" line="212"/>
        <source>Of requests such as %1: %2</source>
        <extracomment>%1 a kind of request: &quot;GET /cart with x-preview&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="16"/>
        <source>TLS (%2) to %1 checks no server certificate: whoever answers is believed. Set caCertificates to the authority that signs it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="20"/>
        <source>TLS (%2) to %1, port %3, checks no server certificate: whoever answers is believed. Set caCertificates to the authority that signs it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="23"/>
        <source>%1 is deprecated and will go away. Write %2 in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="25"/>
        <source>Istio does not read %1 any more: it does nothing. Remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="27"/>
        <source>%1 (rbac.istio.io) was removed from Istio: nothing reads such objects. Use AuthorizationPolicy, and remove this CRD.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="31"/>
        <source>Webhook %1 has neither a url nor a service, so that the API server cannot reach the control plane: pods start without a proxy, configuration is not checked. Add one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="35"/>
        <source>The url %2 of webhook %1 cannot be read, so that the API server cannot reach the control plane. Write https://HOST:PORT/PATH.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="39"/>
        <source>Webhook %1 reaches the control plane by the address %2: it breaks when the address changes, and certificates are made out for names. Use a host name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="43"/>
        <source>%1 is of Gateway API %2; Istio reads it from %3 on and leaves such objects alone before. Install newer CRDs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="47"/>
        <source>The status written here says %1 is not so (%2): %3. Mend the cause; what a controller writes does not belong in the files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="51"/>
        <source>User 1337 is that of the proxy: what a container sends under it passes the proxy by, without mTLS and routing. Choose another runAsUser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="55"/>
        <source>The name %1 of port %2 does not say what it speaks, so that Istio guesses and server-first protocols hang. Name it PROTOCOL or PROTOCOL-SUFFIX (http, grpc, tcp ...), or set appProtocol.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="60"/>
        <source>Port %1 has no name, so that Istio guesses what it speaks and server-first protocols hang. Name it PROTOCOL or PROTOCOL-SUFFIX (http, grpc, tcp ...), or set appProtocol.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="64"/>
        <source>Port %1 (name “%2”) of an ExternalName Service is taken for TCP: the proxy then catches all traffic to the port, whatever host it is for. Name it after an HTTP protocol or tls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="68"/>
        <source>Port %1 is TCP and this ServiceEntry has no addresses: the proxy takes every connection to the port for it. Add addresses, or a protocol that carries the host (HTTP, TLS).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="72"/>
        <source>%1, port %2, has another protocol here than in %3: one of them wins, and requests of the other kind fail. Write the same in all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="76"/>
        <source>No pod of namespace %2 has the labels %1: this Sidecar does nothing. Mend the labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="79"/>
        <location filename="../models/workspace/analyzerwords.cpp" line="100"/>
        <source>No pod with the labels %1 is in these files; namespace %2 may have some elsewhere (places: %3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="83"/>
        <source>%2 is selected by %1, too. Only one Sidecar holds for a pod, and which one is not fixed. Make the selectors disjoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="87"/>
        <source>Namespace %2 has more Sidecars without a workloadSelector: %1. Only one of them holds, and which one is not fixed. Keep one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="91"/>
        <source>Namespace %1 is in ambient mode: its pods have no sidecar, so that this does nothing. Remove it, or leave ambient mode.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="95"/>
        <source>%1 is in ambient mode and has no sidecar, so that this does nothing there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="97"/>
        <source>No pod of namespace %2 has the labels %1: this Telemetry does nothing. Mend the labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="104"/>
        <source>%2 is selected by %1, too. Only one Telemetry holds for a pod, the older one. Make the selectors disjoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="108"/>
        <source>Namespace %2 has more Telemetries without a selector: %1. Only one of them holds, the older one. Keep one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="112"/>
        <source>This entry names no provider and the mesh config has none by default (defaultProviders.accessLogging): nothing is logged. Name a provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="116"/>
        <source>Provider %1 is of the kind lightstep, which Istio has removed: no spans are sent. Use opentelemetry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="120"/>
        <source>%2 is for %1 in the mesh, too. A proxy takes one of them, the older, and drops the routes of the others. Put the routes into one VirtualService.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="124"/>
        <source>No gateway has the labels %1: nothing listens for this Gateway, and connections are refused. Select the pods of a gateway that is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="128"/>
        <source>No gateway with the labels %1 is in these files; one may run elsewhere (places: %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="131"/>
        <source>No Service of the gateway (%2) has port %1: requests from outside do not reach it. Add the port to the Service, or listen at one that it has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="135"/>
        <source>No Service of the gateway (%2) is in these files; whether port %1 is reached cannot be told (places: %3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="139"/>
        <source>Gateway %2 shows the same certificate (%1). Browsers reuse one connection for hosts of both, and requests for hosts of the other fail with 404 (NR). Put the hosts into one Gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="144"/>
        <source>%1 listen at port %2 for %3 in the same pods. Only the oldest is taken, the others do nothing. Use other hosts or ports, or one Gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="148"/>
        <source>%1 is a Gateway that Istio makes of one of the Gateway API, and its name may change. Name the Gateway of the Gateway API itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="152"/>
        <source>%1 is not served at %2, which is not there. Requests for it get 404 (NR) at a gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="155"/>
        <source>No server of Gateway %2 is for %1 in this namespace: the routes are not used there, and requests get 404 (NR). Add the host to the Gateway, or change it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="159"/>
        <source>%1 has several ports (%2), and this destination names none: the route is dropped, requests fail with 503 (NC). Add port.number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="163"/>
        <source>%2 sends requests for %1 to subsets, but not those that come through the gateway: this route goes to all versions. Name the subset here, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="167"/>
        <source>This route matches %1, but no RequestAuthentication holds for %3 (Gateway %2): claims are not read there and the route never matches. Add one for the gateway&apos;s pods.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="171"/>
        <source>There is no Secret %1: the gateway has no certificate and TLS handshakes fail. Create it in the namespace of the gateway&apos;s pods.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="175"/>
        <source>Secret %1 is not in these files and may exist in the cluster (places: %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="177"/>
        <source>Secret %1 has no tls.crt and tls.key (nor cert and key): the gateway has no certificate and TLS handshakes fail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="181"/>
        <source>The certificate in Secret %1 cannot be read (PEM, X.509): TLS handshakes fail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="183"/>
        <source>The certificate in Secret %1 has expired: clients refuse it. Renew it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="185"/>
        <source>The certificate in Secret %1 does not hold yet: clients refuse it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="187"/>
        <source>The namespace asks for the mesh in more than one way (%1), and which one holds depends on the version. Keep one label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="191"/>
        <source>Namespace %1 says nothing, and Istio injects everywhere (enableNamespacesByDefault): its pods get sidecars. Say it with a label, so that it shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="195"/>
        <source>Namespace %1 is not in the mesh: its pods get no proxy and speak plaintext. Label it istio-injection=enabled, or disabled to say that this is meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="199"/>
        <source>Namespace %1 injects proxies and this Pod has none: if it runs like this, it started before and is outside of the mesh. Start it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="203"/>
        <source>The proxies of %1 are not of the image that the injector puts in, %2: they are of another version than the control plane. Start them anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="207"/>
        <source>“auto” is filled in by the injector, and Pods are checked before it comes: this one cannot be created or starts with no image. Use a Deployment, or name the image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="211"/>
        <source>“auto” is filled in by the injector, but none looks at these pods: they fail with ImagePullBackOff. Label namespace %1 or the pods for injection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="215"/>
        <source>Webhook %1 and %2 select the same pods: a proxy may be injected twice. Make their selectors disjoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="219"/>
        <source>Webhook %1 leads to Service %2, which is not there: pods cannot be created, or start without a proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="223"/>
        <source>Webhook %1 leads to Service %2, which is not in these files and may exist elsewhere (places: %3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="227"/>
        <source>Services %2 of these pods have port %1 with different protocols (%3): the proxy can listen for one of them only. Use one protocol, or different ports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="231"/>
        <source>Services %2 of these pods lead to target port %1 from different ports (%3): policies and metrics of the proxy take it for one of them. Use one port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="234"/>
        <source>ADD does nothing to %1. Use MERGE, or add to VIRTUAL_HOST.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="236"/>
        <source>REMOVE does nothing to %1. Remove the route or the filter where it is configured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="239"/>
        <source>REPLACE does nothing to %1: it is for NETWORK_FILTER, HTTP_FILTER and VIRTUAL_HOST only. Use MERGE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="243"/>
        <source>%1 depends on which EnvoyFilter comes first, and this one has no priority: the patch may find nothing and be dropped without a word. Set priority, or use INSERT_FIRST or ADD.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="248"/>
        <source>%1 follows a patch of the same filter that is for some proxy versions only, and there is no priority: after an upgrade the patch may be dropped without a word. Set priority, or use INSERT_FIRST or ADD.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="253"/>
        <source>Istiod fetches the keys that jwksUri of a RequestAuthentication names, from any address, those inside of the cluster too. Set BLOCKED_CIDRS_IN_JWKS_URIS on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="257"/>
        <source>No pod in the mesh has the labels %2 (namespace %1): this policy protects nothing. Mend the selector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="261"/>
        <source>Namespace %1 has no pod in the mesh: this policy protects nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="263"/>
        <source>No pod that this policy is for (namespace %1, labels %2) is in these files; there may be some elsewhere (places: %3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="267"/>
        <source>No namespace is called %1: no caller ever comes from there. Mend the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="269"/>
        <source>Namespace %1 is not in these files and may exist in the cluster (places: %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="271"/>
        <source>No cluster is called %1: network %2 gets no endpoints from it, and what runs there is called directly, past the gateway. Name a cluster as its remote secret does, or Kubernetes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="276"/>
        <source>Whether there is a cluster %1 (network %2) cannot be told: its remote secret is not in these files (places: %3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="280"/>
        <source>The selector finds the pods of Gateway %1 of the Gateway API, where selectors do nothing: the policy does not hold. Name the Gateway in targetRefs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="284"/>
        <source>No pod has the labels of subset %1 of %2 (%3): requests for it fail with 503 (UH). Mend the labels, or deploy the version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="288"/>
        <source>No pod with the labels of subset %1 of %2 (%3) is in these files; there may be some elsewhere (places: %4).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="292"/>
        <source>Istio has no annotation %1: it does nothing. Mend the name, or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="294"/>
        <source>The annotation %1 is deprecated. Set the label of the same name, which the injector selects by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="298"/>
        <source>The annotation %1 is deprecated and may do nothing in coming versions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="300"/>
        <source>The annotation %1 does nothing on a %3: it belongs on %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/analyzerwords.cpp" line="302"/>
        <source>“%2” is no value for %1: the injector refuses the pod, or ignores the annotation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="15"/>
        <source>There is no namespace %1 to export to: nobody there sees this. Mend the name, or add the Namespace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="19"/>
        <source>Namespace %1, which things are exported to, is not in these files and may exist elsewhere (places: %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="23"/>
        <source>%1 is no method of HTTP as requests write it (upper case, compared byte by byte): an ALLOW rule refuses such requests with 403, a DENY rule lets them pass. Write GET, POST ...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="28"/>
        <source>%1 is a path, and every gRPC call has the method POST: the rule never matches. Move it to paths.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="32"/>
        <source>No Service or ServiceEntry has the host %1: no request asks for it, and the rule never matches. Mend the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="36"/>
        <source>This rule asks who calls, and PeerAuthentication switches mTLS off for these pods of namespace %1: no caller has an identity. ALLOW rules refuse everybody (403), DENY rules nobody. Set the mode to STRICT or PERMISSIVE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="41"/>
        <source>This rule asks who calls, and a DestinationRule has callers of these pods of namespace %1 speak without mTLS: no caller has an identity. ALLOW rules refuse everybody (403), DENY rules nobody. Set its TLS mode to ISTIO_MUTUAL, or leave it to Istio.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="46"/>
        <source>This rule asks who calls; mesh config switches automatic mTLS off, and no DestinationRule switches it on for namespace %1: no caller has an identity. ALLOW rules refuse everybody (403), DENY rules nobody. Add a DestinationRule with ISTIO_MUTUAL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="51"/>
        <source>Namespace %2 has no ServiceAccount %1 and no pods that run under it: nobody is this caller, and the rule never matches. Mend the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="55"/>
        <source>ServiceAccount %1 of namespace %2 is not in these files and may exist elsewhere (places: %3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="59"/>
        <source>Istio puts spiffe:// before a principal by itself: as written, the rule never matches. Write %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="63"/>
        <source>%1 is neither the trust domain of the mesh nor one of its aliases: no caller of the mesh has such an identity. Write cluster.local, which stands for the mesh&apos;s own, or add the alias to mesh config.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="68"/>
        <source>Subset %1 of this host is defined otherwise in %2. Istio takes that of the older object, which files cannot tell. Keep one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="72"/>
        <source>%2 is for host %1, too, and both have a trafficPolicy. Istio takes that of the older object, which files cannot tell. Keep one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="76"/>
        <source>TLS mode %2 starts no mTLS, and the pods of %1 take nothing else (STRICT): requests by this rule fail with 503 (UC or UF). Remove the mode, or set ISTIO_MUTUAL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="80"/>
        <source>ISTIO_MUTUAL starts mTLS, and PeerAuthentication switches it off for the pods of %1: requests by this rule fail with 503 (UF). Remove the mode, so that Istio chooses, or change the PeerAuthentication.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="85"/>
        <source>ISTIO_MUTUAL starts mTLS, and the pods of %1 have no proxy to take it: requests by this rule fail with 503 (UF). Remove the mode, so that Istio chooses, or bring the pods into the mesh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="90"/>
        <source>This rule takes the place of %2 for %1 and says nothing of TLS; automatic mTLS is off, so that callers speak plaintext here. Add trafficPolicy.tls.mode: ISTIO_MUTUAL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="94"/>
        <source>The pods take plaintext only, and %1 has callers start mTLS: their requests fail with 503 (UF). Change one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="98"/>
        <source>The pods take mTLS only, and %1 has callers speak plaintext: their requests fail with 503 (UC). Change one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="102"/>
        <source>The pods take mTLS only; mesh config switches automatic mTLS off, and no DestinationRule switches it on: requests fail with 503 (UC). Add one for %1 with ISTIO_MUTUAL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="107"/>
        <source>Subset %1 has neither labels nor settings: it is all pods of %2. Add labels, or route to the host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="111"/>
        <source>There is no namespace %1: nothing is let in by this line. Is %2 meant?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="113"/>
        <source>No Service or ServiceEntry has the host %1: nothing is let in by this line, and requests to the host that is meant leave the mesh or fail. Mend the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="117"/>
        <source>Hosts of a Sidecar are compared as they stand: %1 is nobody&apos;s, and requests to it leave the mesh or fail. Write %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="121"/>
        <source>In the root namespace a Sidecar without a selector is the default of the mesh; this one only looks for pods with %1 in %2, and there are none. Remove the selector, or move it to the namespace of the pods.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="126"/>
        <source>The only destination of a route gets every request; weight %1 does nothing. Remove it, or add the destination for the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="130"/>
        <source>%1 stands twice in this route: its weights add up. Keep one, or name the subset that is meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="133"/>
        <source>%1 is the old way to name a gateway. Write %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="135"/>
        <source>%1, port %2, stands in %3, too. Istio adds up the endpoints and takes everything else of the older object, which files cannot tell. Keep one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="139"/>
        <source>There is no namespace %1: this permits nothing. Mend the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="141"/>
        <source>Namespace %1, whose references are permitted, is not in these files and may exist elsewhere (places: %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="145"/>
        <source>No container of %2 or of the other pods has a port named %1: this port leads nowhere, and requests fail with 503 (UH). Name the container&apos;s port so, or write its number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="149"/>
        <source>The containers of %2 declare other ports than %1. If nothing listens there, requests fail with 503 (UF).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="153"/>
        <source>Namespace %1 is in ambient mode, where ztunnel applies this policy and knows nothing of HTTP: the rule never matches, and the policy refuses more than is meant. Bind it to a waypoint with targetRefs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="158"/>
        <source>Namespace %1 is in ambient mode, where ztunnel applies this policy and leaves out what is of HTTP: the rule refuses more than is meant. Bind the policy to a waypoint with targetRefs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="163"/>
        <source>Namespace %2 is in ambient mode: ztunnel does nothing of a %1. Bind it to a waypoint with targetRefs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="167"/>
        <source>Service %1 is in ambient mode and has no waypoint: calls of its neighbours do not see these HTTP routes. Label it, or its namespace, with istio.io/use-waypoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="171"/>
        <source>There is no waypoint %1: traffic goes on without it, and policies and routes for it do nothing. Create the Gateway, or mend the label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="175"/>
        <source>Waypoint %1 is not in these files and may exist elsewhere (places: %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="177"/>
        <source>The pods of %1 ask for a sidecar and for ambient mode. The sidecar wins. Remove one of the labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="181"/>
        <source>Namespace %2 has no ServiceAccount %1: workloads of this group get no certificate. Create it, or mend the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="185"/>
        <source>ServiceAccount %1 of namespace %2, of a WorkloadGroup, is not in these files and may exist elsewhere (places: %3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="189"/>
        <source>%2 has the labels %1, too: what selects one of them gets the other as well. Tell them apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="193"/>
        <source>%1 has no proxy and calls %2, whose pods take mTLS only (STRICT): the connection is reset. Bring it into the mesh, or make the port PERMISSIVE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="197"/>
        <source>The API server calls %2 for this %1. It has no proxy, and the pods take mTLS only (STRICT): its calls fail. Set portLevelMtls of that port to PERMISSIVE, or exclude the port from the proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="202"/>
        <source>An ALLOW policy without rules lets nobody in, and no other one opens %1: every request gets 403 (rbac_access_denied). Add rules, or a policy that allows the callers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="206"/>
        <source>An empty rule matches every request, and this policy denies: everybody gets 403 (rbac_access_denied), whatever is allowed elsewhere. Narrow the rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="210"/>
        <source>An empty rule matches every request: this policy lets everybody in, callers without an identity too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="214"/>
        <source>An empty rule lets everybody in. Requests need one ALLOW policy that matches, so that %1 narrows nothing. Remove the empty rule, or make the others DENY.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="218"/>
        <source>%1 is excluded again beside it: no request meets this rule. Mend one of the lists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="221"/>
        <source>Paths begin with a slash: no request has %1, and the rule never matches. Write it with one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="225"/>
        <source>%1 is the port of the Service; policies see that of the pods, %2. The rule never matches. Write %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="229"/>
        <source>Tokens of %1 are checked, but no AuthorizationPolicy asks for one: requests without a token pass. Add an ALLOW policy with requestPrincipals, or a DENY policy with notRequestPrincipals: [&quot;*&quot;].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="234"/>
        <source>This EnvoyFilter is for every proxy of the mesh (%1 is the root namespace): a mistake or an upgrade breaks all of them at once. Add a workloadSelector, or move it to a namespace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="239"/>
        <source>This stands in the root namespace %1 and lies among the files of namespace %2: whoever may change those decides for the whole mesh. Move it to the mesh&apos;s own files, or give it namespace %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="244"/>
        <source>This EnvoyFilter is for every proxy of namespace %1. Add a workloadSelector where it is meant for some.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="248"/>
        <source>Injection reads %1 of the pods; on the %2 itself it does nothing. Move it to spec.template.metadata.labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="252"/>
        <source>istio-injection is a label of namespaces; in a %1 it does nothing. Use sidecar.istio.io/inject on the pods.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="256"/>
        <source>Namespace %1 has istio-injection: disabled, which goes before the label of the pods: they get no proxy. Remove the label of the namespace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="260"/>
        <source>The pods ask for revision %1 and namespace %2 for %3: the label of the namespace goes before that of the pods. Write the same, or remove one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="264"/>
        <source>No control plane has the revision or tag %1; the files have %2. New pods get no proxy. Mend the label, or install the revision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="268"/>
        <source>The control plane of revision %1 is not in these files and may exist elsewhere (places: %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="272"/>
        <source>A weighted route leads to %1, whose application may start before its proxy (Istio before 1.27): its first calls fail. Set holdApplicationUntilProxyStarts: true (places: %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="277"/>
        <source>A weighted route leads to %1, whose proxy ends 5 seconds after a pod is told to stop (Istio before 1.27): longer requests break off (UC, 503). Set terminationDrainDuration, or EXIT_ON_ZERO_ACTIVE_CONNECTIONS (places: %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="282"/>
        <source>Recreate stops all pods of %1 before new ones start: meanwhile requests fail with 503 (UH). Use RollingUpdate with maxUnavailable: 0 and maxSurge: 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="286"/>
        <source>An update may take away %2 of the %3 pods of %1 at once: meanwhile requests fail with 503 (UH). Set maxUnavailable: 0 and maxSurge: 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="290"/>
        <source>An update takes away up to %2 of the %3 pods of %1 before new ones are ready. To lose none, set maxUnavailable: 0 and maxSurge: 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="294"/>
        <source>The name %1 of port %2 says another protocol than that of the pods&apos; port, %3: the proxy treats the traffic by the first. Name it after what is spoken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="298"/>
        <source>All ports of %1 are taken for TCP or TLS (%2), so that these HTTP routes never apply: matches, weights, timeouts and retries do nothing. Name the port http or grpc if that is what it speaks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="303"/>
        <source>This VirtualService is not bound to gateway %1: the match never holds there. Add it to spec.gateways, or mend the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="307"/>
        <source>%2 of %1 is old: %3 says the same and is the stable one. Clusters read both (places: %4).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/policywords.cpp" line="311"/>
        <source>Kubernetes does not take %2 of %1 any more: it cannot be applied. Write %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="15"/>
        <source>%1 needs %3. Add it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="16"/>
        <source>%1 is empty. Fill it in, or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="18"/>
        <source>%1 is %2, which stands for &quot;not set&quot;. Choose a real value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="20"/>
        <source>Istio has not implemented %1, so the resource is refused. Remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="21"/>
        <source>%1 cannot be combined with %3. Keep one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="22"/>
        <source>%1 only works with %3. Set both, or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="23"/>
        <source>%1 is %2, but has to be more than 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="25"/>
        <source>%1 has the value %2 twice. Each value may stand there once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="26"/>
        <source>%1 is deprecated. Use %3 instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="28"/>
        <source>%1 is %2, but has to be a whole number of milliseconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="29"/>
        <source>%1 is %2, but has to be a whole number of seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="30"/>
        <source>%1 is %2. A share is 0 or at least 0.0001 percent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="32"/>
        <source>%1 is %2, which RE2 cannot read as a regular expression: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="34"/>
        <source>The regular expression in %1 is longer than 1024 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="36"/>
        <source>%1 is %2, which is not a host name. Write DNS labels with dots between them; the first may be a *.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="39"/>
        <source>%1 is *, but a route has to name a host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="41"/>
        <source>%1 has the host %3, in which * stands for a part of a label. Use * only as the whole first label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="45"/>
        <source>%1 has the short name %3. Write the full host name, as in reviews.shop.svc.cluster.local.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="48"/>
        <source>%1 has the namespace %3, which is not a namespace, &quot;*&quot; or &quot;.&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="49"/>
        <source>%1 is %2, which is not a full host name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="50"/>
        <source>%1 is %2, which is neither an IP address nor a host name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="51"/>
        <source>%1 is %2, which is not an IP address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="53"/>
        <source>%1 is %2, which is neither an IP address nor a range such as 10.0.0.0/8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="55"/>
        <source>%1 is %2. Behind unix:// there has to be an absolute path or @ and a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="56"/>
        <source>%1 is %2, but has to be host:port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="57"/>
        <source>%1 is %2, but a port is a number from 1 to 65535.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="58"/>
        <source>%1 has no effect here and is refused. Remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="60"/>
        <source>%1 is %2, which is not a protocol that Istio knows. Use HTTP, HTTP2, HTTPS, GRPC, TLS or TCP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="63"/>
        <source>%1 is %2, which is not a DNS label: letters, digits and inner hyphens, at most 63.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="66"/>
        <source>%3 is not the key of a label: letters, digits, &quot;-&quot;, &quot;_&quot; and &quot;.&quot;, with an optional domain and &quot;/&quot; before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="70"/>
        <source>The label %1 is %2, which is not the value of a label: at most 63 letters, digits, &quot;-&quot;, &quot;_&quot; and &quot;.&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="74"/>
        <source>%1 has no labels and so selects everything in the namespace. Add labels, or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="77"/>
        <source>%1 has the key %3, but keys may neither be empty nor have a *.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="79"/>
        <source>%1 is %2 of the group &quot;%3&quot;, to which nothing can be attached. Use a Gateway, GatewayClass, Service or ServiceEntry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="82"/>
        <source>%1 has %2, which is not a namespace, &quot;*&quot; or &quot;.&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="83"/>
        <source>%1 has ~, which only a ServiceEntry can have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="85"/>
        <source>%1 has %2, which stands for itself only. Remove the other entries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="87"/>
        <source>With a workloadSelector the rule can only be exported to its own namespace. Set %1 to &quot;.&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="90"/>
        <source>%1 has the locality %3. Write region/zone/subzone without empty parts, with a * only at the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="94"/>
        <source>%1 has the locality %3, which overlaps with one before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="95"/>
        <source>The share of %1 is %2, but has to be from 1 to 100.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="96"/>
        <source>The shares in %1 add up to %3, but have to make 100.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="98"/>
        <source>%1 is %2, the region that traffic is moved away from. Name another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="100"/>
        <source>%1 is %2, but has to be one region, without &quot;/&quot; and &quot;*&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="102"/>
        <source>%1 has the label %2, but failover by region, zone and subzone is set apart. Use one of the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="106"/>
        <source>Without outlierDetection no endpoint counts as failed, so that failover never happens. Add outlierDetection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="109"/>
        <source>%1 sets neither tcp nor http. Add one, or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="111"/>
        <source>%1 has no effect without retries: attempts is 0 or absent. Set attempts, or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="114"/>
        <source>%1 has &quot;%3&quot;, which is neither a policy for retries nor an HTTP status. Separate several by commas, without blanks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="119"/>
        <source>Without hosts this is a delegate, which has no %1. Add hosts, or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="121"/>
        <source>A delegate cannot delegate again. Move the routes here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="122"/>
        <source>There is no route. Add http, tls or tcp.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="124"/>
        <source>%1 has %2, which is not the name of a Gateway. Write it as namespace/name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="125"/>
        <source>%1 has %2 in an old form. Write %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="127"/>
        <source>%1 has *, which only routes of gateways can have. Name the hosts, or bind the routes to a Gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="131"/>
        <source>%1 has %2, which overlaps with %3. Each host may stand there once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="133"/>
        <source>The route does nothing. Add route, redirect or directResponse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="135"/>
        <source>The weights of all destinations are 0, so that no request can be sent (503). Give one of them a weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="138"/>
        <source>%3 is not the name of a header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="140"/>
        <source>The header %3 has no condition. Write {} to ask only that it is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="142"/>
        <source>%3 is a claim of a token, which only routes of gateways can match. Bind the routes to a Gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="145"/>
        <source>The header &quot;%3&quot; cannot be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="147"/>
        <source>%1 has a value that Envoy refuses: a control character, or a percent sign that is neither doubled nor part of a variable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="151"/>
        <source>The host of the request is set a second time, by %3. Set it at one place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="152"/>
        <source>An origin needs exact, prefix or regex.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="153"/>
        <source>%1 has %2, which is not an HTTP method.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="154"/>
        <source>The fault does nothing. Add delay or abort.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="156"/>
        <source>%1 is %2, which is not a gRPC status. Use a name such as UNAVAILABLE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="158"/>
        <source>%1 needs a match by prefix, but a match of this route compares the path in another way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="161"/>
        <source>The redirect changes nothing. Set uri, authority, scheme, port or redirectCode.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="162"/>
        <source>%1 is %2, but has to be http or https.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="163"/>
        <source>%1 is %2, but has to be a status from 200 to 599.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="165"/>
        <source>The body of the answer is larger than 1 MiB, which is refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="167"/>
        <source>The body of the answer is larger than 100 KiB. It is held in every proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="169"/>
        <source>The rewrite changes nothing. Set uri, uriRegexRewrite or authority.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="171"/>
        <source>%1 has the address %2, but clients send no addresses as server name (SNI).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="173"/>
        <source>%1 has %2, which is none of the hosts of this VirtualService. Add it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="175"/>
        <source>Route %1 is never used: a route without a match stands before it, and only the last one can have none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="179"/>
        <source>Route %1 is never used: a route without a match stands before it and takes everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="182"/>
        <source>Route %1 is never used: all its matches stand in routes before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="184"/>
        <source>Match %1 of route %2 is never used: the same match stands in route %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="186"/>
        <source>Match %1 (prefix %2) of route %3 is never used: match %4 (prefix %5) of route %6 takes its requests. Move it up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="190"/>
        <source>%1 is %2, but has to be 0 with a unix socket.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="192"/>
        <source>A server for %3 needs tls. Add it, or change the protocol of its port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="194"/>
        <source>A server for %3 cannot have certificates (%1). Change the protocol of its port, or keep only httpsRedirect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="198"/>
        <source>%1 has no effect on a port for %3. Only HTTP is redirected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="200"/>
        <source>%1 allows %2, which needs a list of old ciphers. Set cipherSuites, or TLSV1_2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="202"/>
        <source>%1 has %2, which is not a cipher suite that Istio knows; it is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="203"/>
        <source>%1 has %2 twice; the second one is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="205"/>
        <source>With ISTIO_MUTUAL the certificates are the mesh&apos;s own. Remove %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="207"/>
        <source>%1 has no effect: with %3 the connection is passed on unopened. Set mode to SIMPLE to end TLS here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="211"/>
        <source>%1 has no effect with SIMPLE, which asks clients for no certificate. Set mode to MUTUAL, or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="215"/>
        <source>%1 sets nothing. Add a setting, or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="216"/>
        <source>%1 is %2, but has to be a prime number below 5000011.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="218"/>
        <source>%1 is %2, but has to be configmap://%3/NAME, in the namespace of this rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="219"/>
        <source>%1 is %2, but has to be CONNECT or POST.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="222"/>
        <source>The port is plain TCP and the entry has no addresses: connections to it cannot be told from others on that port. Add addresses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="226"/>
        <source>%1 has no effect with resolution NONE, which keeps the address that the caller uses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="229"/>
        <source>%1 is a unix socket, which needs a ServiceEntry with exactly one port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="231"/>
        <source>The endpoint has the port &quot;%3&quot;, which is none of the ports of this ServiceEntry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="234"/>
        <source>%1 is %2, but with resolution STATIC it has to be an IP address. Use resolution DNS for names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="238"/>
        <source>%1 has %2, which cannot be looked up in DNS. Write a full host name, or add endpoints.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="241"/>
        <source>Several hosts share the addresses of this entry, so that TCP connections cannot be told apart. Use one entry a host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="245"/>
        <source>%1 has %2, but DYNAMIC_DNS is for hosts with a wildcard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="246"/>
        <source>With DYNAMIC_DNS there are no %1. Remove them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="248"/>
        <source>%1 has %2, but DYNAMIC_DNS needs HTTP, HTTP2, GRPC or TLS, which carry the host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="251"/>
        <source>With DYNAMIC_DNS and a waypoint the location cannot be MESH_INTERNAL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="253"/>
        <source>Several hosts share a port for %2, where only HTTP and TLS tell hosts apart. Use one entry a host, or resolution NONE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="257"/>
        <source>%1 has a network but no address: it is reached through the gateway of its network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="260"/>
        <source>The probe has no method. Add httpGet, tcpSocket or exec.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="263"/>
        <source>The Sidecar sets nothing. Add egress, ingress or outboundTrafficPolicy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="265"/>
        <source>%1 is %2, but has to be 127.0.0.1:PORT, 0.0.0.0:PORT, [::1]:PORT or unix:// and a path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="268"/>
        <source>%1 only works on a gateway. A Sidecar takes its certificate from files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="270"/>
        <source>%1 cannot be %2 in a Sidecar. Use SIMPLE or MUTUAL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="272"/>
        <source>%1 is %2, but with tls it has to be HTTPS or TLS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="273"/>
        <source>%1 has no effect on a port for %3. Use tcp.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="275"/>
        <source>%1 has %2, but has to be namespace/host. Use &quot;./*&quot; for the own namespace, &quot;*/*&quot; for everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="279"/>
        <source>%1 has %2, which an entry before it already covers, or which covers one. Remove the narrower one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="283"/>
        <source>%1 has %2, which is every host. The other entries have no effect; remove one or the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="286"/>
        <source>A listener without port stands there already. Join their hosts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="288"/>
        <source>A listener without port has to be the last one. Move it to the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="290"/>
        <source>A listener with port 0 needs a bind of unix:// and a path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="292"/>
        <source>%1 is %2, but what is sent to a unix socket is not captured. Use DEFAULT or NONE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="294"/>
        <source>%1 needs the mode ALLOW_ANY.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="297"/>
        <source>An EnvoyFilter builds on internals of Istio that may change with each version. Prefer other resources, and check it before each upgrade.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="300"/>
        <source>%1 is %2, an old name. Use %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="301"/>
        <source>%1 has no effect with applyTo %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="302"/>
        <source>%1 can only be used with applyTo HTTP_FILTER.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="303"/>
        <source>%1 needs a match on the filter %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="304"/>
        <source>With applyTo %3 the match has to be on %4, not on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="306"/>
        <source>%1 is %2, a type of Envoy&apos;s API version 2, which is gone. Use the type of version 3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="309"/>
        <source>The filter %2 has no typed_config, and Envoy no longer finds filters by name alone. Add it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="313"/>
        <source>The action %2 needs rules. Add rules: an empty rule, {}, stands for every request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="316"/>
        <source>%1 is only for the action CUSTOM. Change the action, or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="318"/>
        <source>With the action CUSTOM %1 cannot be used: the outside authorizer is asked before identities are known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="322"/>
        <source>The source is empty. Name who sends the request, or remove &quot;from&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="324"/>
        <source>The operation is empty. Name what is asked for, or remove &quot;to&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="326"/>
        <source>%1 has %2, but has to be ACCOUNT or NAMESPACE/ACCOUNT, without *.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="328"/>
        <source>%1 has %2, but a trust domain has no &quot;/&quot; and at most one *, at its begin or end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="330"/>
        <source>%1 has %2, but a port is a number up to 65535.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="332"/>
        <source>%1 has %2. In a path with braces {*} and {**} stand for whole parts, and {**} only for the last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="336"/>
        <source>%1 is %2, which is not a property that conditions know, such as source.ip or request.headers[NAME].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="340"/>
        <source>The condition has neither values nor notValues. Add what it compares with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="342"/>
        <source>This rule denies by HTTP properties only, and on TCP ports it denies every connection. Name the ports in &quot;to&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="347"/>
        <source>The rule names neither issuer nor jwksUri. Add one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="349"/>
        <source>%1 is %2, in which the port is not a number from 1 to 65535.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="351"/>
        <source>%1 does not hold a set of keys. Write JSON with a list &quot;keys&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="353"/>
        <source>%1 holds a private or symmetric key, with which anybody who reads this file can make tokens. Keep only public keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="357"/>
        <source>Only the first entry of %1 counts. Remove the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="359"/>
        <source>Only the first of the %1 gets traces. Remove the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="360"/>
        <source>A tag has no name. Give it one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="361"/>
        <source>The tag %3 says nothing. Give it a value, or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="362"/>
        <source>%1 is %2, which is not an expression in CEL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="363"/>
        <source>%1 is %2, which is not an address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="364"/>
        <source>%1 is longer than 65536 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="367"/>
        <source>The annotation %3 only works on an AuthorizationPolicy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="369"/>
        <source>The annotation %3 does not work with the action %4, only with ALLOW and DENY.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="370"/>
        <source>%1 is %2, but has to be &quot;true&quot; or &quot;false&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="372"/>
        <source>The annotation %3 is Istio&apos;s own, and resources of other people that carry it are refused. Remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="376"/>
        <source>%1 is %2, which is not a trust domain: DNS labels with dots between them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="377"/>
        <source>%1 is %2, but may be at most 1h.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="379"/>
        <source>%1 cannot be set for traffic inside the mesh. Use tlsDefaults.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="381"/>
        <source>%1 has %2, which is not an elliptic curve that Istio knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="382"/>
        <source>%1 has %2 twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="384"/>
        <source>%1 has no effect on requests that come in. Remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/validationwords.cpp" line="386"/>
        <source>%1 is deprecated: addresses are given by default. Remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="22"/>
        <source>%1 is new.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="23"/>
        <source>%1 goes away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="24"/>
        <source>%1 is called %2 now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="25"/>
        <source>%1 changes routes (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="27"/>
        <source>%1 sends requests elsewhere (%2): proxies with a Sidecar get those clusters too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="29"/>
        <source>%1 changes routes of TLS or TCP (%2), which are listeners.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="30"/>
        <source>%1 routes for other hosts, gateways or namespaces (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="31"/>
        <source>%1 says which certificate is served (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="32"/>
        <source>%1 changes the TLS of a server (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="33"/>
        <source>%1 changes what a gateway serves (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="34"/>
        <source>%1 changes what routes of other namespaces may name (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="36"/>
        <source>%1 changes consistent hashing (%2), which stands in routes as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="38"/>
        <source>%1 changes locality load balancing (%2): the order of the endpoints.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="39"/>
        <source>%1 changes outlier detection (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="40"/>
        <source>%1 changes the TLS that clients send (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="41"/>
        <source>%1 changes the traffic policy of clusters (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="42"/>
        <source>%1 changes subsets (%2); each is a cluster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="43"/>
        <source>%1 holds for another host or for other clients (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="44"/>
        <source>%1 stands for other endpoints (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="45"/>
        <source>%1 changes a host or its ports (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="46"/>
        <source>%1 is visible to other namespaces (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="47"/>
        <source>%1 gets other pods (%2): endpoints of its Services.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="48"/>
        <source>%1 changes what servers accept (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="49"/>
        <source>%1 changes what clients send by auto mTLS (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="50"/>
        <source>%1 changes which tokens are read (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="51"/>
        <source>%1 changes who may call (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="52"/>
        <source>%1 changes on what ports proxies take requests (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="53"/>
        <source>%1 changes which hosts proxies know (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="54"/>
        <source>%1 patches proxies (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="56"/>
        <source>%1 changes the code or the settings of an extension (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="57"/>
        <source>%1 changes where an extension runs (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="58"/>
        <source>%1 changes logs, metrics or traces (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="59"/>
        <source>%1 holds mesh config: everything is built again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="60"/>
        <source>Proxies read it when they start: restart the pods.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="62"/>
        <source>What is in defaultConfig is read when proxies start: restart the pods.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="64"/>
        <source>Labels of a Namespace count when pods start: restart them to add or lose proxies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="68"/>
        <source>%1 has to bring subset %3 before %2 routes to it; until then requests fail with 503 (NC).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="71"/>
        <source>%1 has to leave subset %3 before %2 takes it away; else requests fail with 503 (NC).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="74"/>
        <source>%1 has to be there before %2 routes to it; until then requests fail with 503.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="76"/>
        <source>%1 has to route elsewhere before %2 goes away; else requests fail with 503.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="78"/>
        <source>%1 has to be there before %2 delegates to it; until then requests get 404 (NR).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="80"/>
        <source>%1 has to delegate elsewhere before %2 goes away; else requests get 404 (NR).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="82"/>
        <source>%1 answers 404 until %2 has arrived; routes alone do nothing without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="84"/>
        <source>%1 has to leave the gateway before %2 goes away; else clients cannot connect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="85"/>
        <source>%1 still needs %2, which goes away: requests fail for good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="87"/>
        <source>%1 still routes to subset %3, which %2 loses: requests fail with 503 (NC).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="89"/>
        <source>%1 has to send mTLS before %2 asks for it; until then connections are refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="91"/>
        <source>%1 has to accept plaintext before %2 sends it; else connections are refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="93"/>
        <source>%1 has to read tokens before %2 asks for them; until then requests get 403.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="95"/>
        <source>%1 has to be there before %2 denies everything else; until then requests get 403.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="99"/>
        <source>“%1” is no range. Write BASE..HEAD or BASE...HEAD, as main...feature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="101"/>
        <source>There are several remotes (%1). Name the one with the requests upstream or origin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="104"/>
        <source>%2 has no request with number %1. Look the number up there; it may be in another repository.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="107"/>
        <source>%1 could not be asked. Check its address with git remote -v, the network, and that git fetch works in a terminal.
%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="110"/>
        <source>Fetching was cancelled; nothing has changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="112"/>
        <source>The usual place of a %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="114"/>
        <source>STRICT comes last: what clients send has to be mTLS before servers insist on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="117"/>
        <source>What denies comes last, when all that has to be allowed is allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="118"/>
        <source>Needs %1 first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="119"/>
        <source>Goes away behind all that comes, in reverse order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="120"/>
        <source>Goes away only when %1 does not need it any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="122"/>
        <source>The sync waves bring %1 before %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="123"/>
        <source>No sync wave orders %1 before %2; waves %5 and %6 would.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="125"/>
        <source>%1 and %2 come in one sync wave, in no order; waves %5 and %6 would keep it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="127"/>
        <source>The sync waves (%3, %4) bring %1 behind %2, which needs it; waves %5 and %6 would be right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="130"/>
        <source>What %2 loses is gone before %1 has left it: make two pull requests, and wait for the sync.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="133"/>
        <source>Kustomization %4 waits for %3, so %1 comes before %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="135"/>
        <source>%2 needs %1, but Kustomization %4 does not wait for %3: set dependsOn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="137"/>
        <source>%2 needs %1, but Kustomization %3 waits for %4: it comes the wrong way round.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="139"/>
        <source>CODEOWNERS gives them %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="140"/>
        <source>Section %2 of CODEOWNERS gives them %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="141"/>
        <source>%1 decides how changes are judged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="142"/>
        <source>%1 holds mesh config.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="143"/>
        <source>%1 is of the whole cluster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="144"/>
        <source>%1 is in the root namespace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="145"/>
        <source>%1 changes proxies directly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="146"/>
        <source>%1 opens the mesh to the outside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="147"/>
        <source>%1 takes every host of a wildcard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="148"/>
        <source>%1 decides who may call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="149"/>
        <source>A rule (%2) gives them %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="150"/>
        <source>%2 of %1 names them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="153"/>
        <source>There is no default %1 to leave out; expected one of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="155"/>
        <source>%1 is not a time zone; expected a name like Europe/Berlin or UTC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="156"/>
        <source>%1 is not a time; expected one like 09:00, in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="158"/>
        <source>%1 is not a date; expected one like 2026-12-24 or 2026-12-24T18:00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="159"/>
        <source>%1 is not a day; expected Mon, Tue, Wed, Thu, Fri, Sat or Sun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="160"/>
        <source>There is no window %1; expected one of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="162"/>
        <source>The freeze ends (%2) before it begins (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="164"/>
        <source>It may go in at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="165"/>
        <source>It may go in now (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="166"/>
        <source>It may go in only in: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="167"/>
        <source>Nothing goes in during the freeze “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="169"/>
        <source>The author says the same: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="170"/>
        <source>The author declares %1, less than what was computed: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="171"/>
        <source>The author declares %1, more than what was computed: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="172"/>
        <source>The author declares %1, which is no tier; computed: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="198"/>
        <source>1 workload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="198"/>
        <source>%1 workloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="201"/>
        <source>1 gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="201"/>
        <source>%1 gateways</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="225"/>
        <source>No proxy gets anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="230"/>
        <source>%1; the files hold no proxies to count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="231"/>
        <source>%1 to about %2 of %3 proxies (%4).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="238"/>
        <source>1 pod by the stated replicas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="239"/>
        <source>%1 pods by their stated replicas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../models/workspace/reviewwords.cpp" line="242"/>
        <source>Of %n of them the files do not say whether there is a proxy.</source>
        <translation>
            <numerusform>Of %n of them the files do not say whether there is a proxy.</numerusform>
            <numerusform>Of %n of them the files do not say whether there is a proxy.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="247"/>
        <source>1 workload in ambient mode is not counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="248"/>
        <source>%1 workloads in ambient mode are not counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="256"/>
        <source>%1: %2 %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="268"/>
        <source>Wave %1, going away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="269"/>
        <source>Wave %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="304"/>
        <source>1 kind of request was refused before and still is, in another way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="305"/>
        <source>%1 kinds of requests were refused before and still are, in another way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="316"/>
        <source> or </source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../models/workspace/reviewwords.cpp" line="319"/>
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="324"/>
        <source>Approved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="325"/>
        <source>1 approval is still missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="326"/>
        <source>%1 approvals are still missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="329"/>
        <source>%1 (optional): %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="331"/>
        <source>%1 of %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="332"/>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="337"/>
        <source>1 reviewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="338"/>
        <source>%1 reviewers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="340"/>
        <source>evidence: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="342"/>
        <source>only in: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="344"/>
        <source>tell the on-call person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="346"/>
        <source>a plan to roll back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="356"/>
        <source>No time in the next year is free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="358"/>
        <source>Until %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="359"/>
        <source>Not now; from %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="367"/>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="369"/>
        <source>Low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="371"/>
        <source>Medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewwords.cpp" line="373"/>
        <source>High</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/undowords.cpp" line="13"/>
        <source>No commit here has %1 %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/undowords.cpp" line="17"/>
        <source>HEAD does not hold %1, so there is nothing to take back here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/undowords.cpp" line="18"/>
        <source>HEAD is already as it was before: nothing is to be done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/undowords.cpp" line="19"/>
        <source>The change does not touch %1 %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/undowords.cpp" line="20"/>
        <source>The change does not touch a route %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/undowords.cpp" line="22"/>
        <source>Later commits changed the same places (%1). Decide each of them first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/undowords.cpp" line="24"/>
        <source>A later commit changed the same place: %1, field %2. Choose what shall hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/undowords.cpp" line="25"/>
        <source>A later commit changed the same lines of this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/undowords.cpp" line="26"/>
        <source>A later commit removed this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/undowords.cpp" line="27"/>
        <source>Another file stands in the place where this one was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/undowords.cpp" line="29"/>
        <source>This is a symbolic link or a submodule: take it back with git itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/undowords.cpp" line="30"/>
        <source>A later commit changed this file, too, and it is no text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/undowords.cpp" line="33"/>
        <source>It does not give every lost request back: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/undowords.cpp" line="34"/>
        <source>It would let in what was refused before the change: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/undowords.cpp" line="35"/>
        <source>It would lose another request: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/undowords.cpp" line="39"/>
        <source>This is no emergency record that can be read; it may be an open one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewhtml.cpp" line="96"/>
        <location filename="../models/workspace/reviewmarkdown.cpp" line="126"/>
        <source>%1 more without meaning: comments, versions, generated files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewhtml.cpp" line="125"/>
        <location filename="../models/workspace/reviewmarkdown.cpp" line="77"/>
        <source>None of %1 that were evaluated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewhtml.cpp" line="126"/>
        <location filename="../models/workspace/reviewmarkdown.cpp" line="74"/>
        <source>Requests whose fate changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewhtml.cpp" line="138"/>
        <location filename="../models/workspace/reviewmarkdown.cpp" line="165"/>
        <source>What the proxies receive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewhtml.cpp" line="146"/>
        <location filename="../models/workspace/reviewmarkdown.cpp" line="176"/>
        <source>asked, not required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewhtml.cpp" line="152"/>
        <location filename="../models/workspace/reviewmarkdown.cpp" line="173"/>
        <source>Who approves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewhtml.cpp" line="192"/>
        <source>It may hold a Secret: its lines are not shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewhtml.cpp" line="213"/>
        <source>Lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewhtml.cpp" line="230"/>
        <location filename="../models/workspace/reviewmarkdown.cpp" line="293"/>
        <source>Neither side of this environment can be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewhtml.cpp" line="231"/>
        <location filename="../models/workspace/reviewmarkdown.cpp" line="294"/>
        <source>This environment cannot be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewhtml.cpp" line="239"/>
        <location filename="../models/workspace/reviewmarkdown.cpp" line="303"/>
        <source>This changes what judges it (.meshdraft.yaml, the baseline, CODEOWNERS or annotations). It is judged by the base; it would hide %1 findings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewhtml.cpp" line="245"/>
        <location filename="../models/workspace/reviewmarkdown.cpp" line="310"/>
        <source>No change in meaning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewhtml.cpp" line="252"/>
        <location filename="../models/workspace/reviewmarkdown.cpp" line="319"/>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewhtml.cpp" line="253"/>
        <location filename="../models/workspace/reviewmarkdown.cpp" line="314"/>
        <source>New findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewhtml.cpp" line="254"/>
        <location filename="../models/workspace/reviewmarkdown.cpp" line="315"/>
        <source>Findings that are gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewmarkdown.cpp" line="120"/>
        <source>Risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewmarkdown.cpp" line="120"/>
        <source>Resource</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewmarkdown.cpp" line="121"/>
        <source>What it means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/reviewmarkdown.cpp" line="121"/>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/rollbackwords.cpp" line="27"/>
        <source>Revert &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/rollbackwords.cpp" line="32"/>
        <source>Go back to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/rollbackwords.cpp" line="36"/>
        <source>Takes back %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/rollbackwords.cpp" line="55"/>
        <source>Everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/rollbackwords.cpp" line="57"/>
        <source>Mesh files (YAML) only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/rollbackwords.cpp" line="63"/>
        <source>Namespace %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/rollbackwords.cpp" line="66"/>
        <source>%1, route %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/rollbackwords.cpp" line="74"/>
        <source>Put %1 back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/rollbackwords.cpp" line="76"/>
        <source>Delete %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/rollbackwords.cpp" line="78"/>
        <source>Set %1 to PERMISSIVE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/rollbackwords.cpp" line="80"/>
        <source>Put namespace %1 back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/rollbackwords.cpp" line="82"/>
        <source>Take the whole change back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/runbook.cpp" line="101"/>
        <source>Emergency runbook: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/runbook.cpp" line="103"/>
        <source>%1. From %2 to %3. Use it only when the pull request cannot be waited for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/runbook.cpp" line="119"/>
        <source>Tell people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/runbook.cpp" line="120"/>
        <source>The person on call and the incident channel: what, why, from when.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/runbook.cpp" line="122"/>
        <source>The owners of the files: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/runbook.cpp" line="124"/>
        <source>High risk: a second person reads every command before it is run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/runbook.cpp" line="126"/>
        <source>The emergency record %1 is open until %2 (UTC): commit and push it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/runbook.cpp" line="130"/>
        <source>Is this the right cluster?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/runbook.cpp" line="136"/>
        <source>Stop the sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/runbook.cpp" line="142"/>
        <source>%1 does not sync by itself: leave it so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/runbook.cpp" line="147"/>
        <source>%1 heals itself: it takes a change by hand back at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/runbook.cpp" line="148"/>
        <source>%1 takes a change by hand back with its next sync.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/runbook.cpp" line="152"/>
        <source>The ApplicationSet may set the policy of its Applications again: look.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/runbook.cpp" line="161"/>
        <source>No Argo CD Application and no Flux Kustomization of this repository delivers these files. If something else does, stop it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/runbook.cpp" line="176"/>
        <source>%1 gains what others need and loses what they needed: for a moment requests may fail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/runbook.cpp" line="193"/>
        <source>The server checks, nothing changes yet:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/runbook.cpp" line="194"/>
        <source>Only if all of that passed, in this order:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/runbook.cpp" line="158"/>
        <location filename="../models/workspace/runbook.cpp" line="203"/>
        <source>By hand, no command is given for it: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/runbook.cpp" line="211"/>
        <source>Make the change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/runbook.cpp" line="217"/>
        <source>Check it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/runbook.cpp" line="221"/>
        <source>Every proxy is SYNCED and has what changed:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/runbook.cpp" line="224"/>
        <source>Requests go where they should (PromQL; it lags by some minutes):</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/runbook.cpp" line="235"/>
        <source>If it gets worse: the way back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/runbook.cpp" line="240"/>
        <source>The same in Git:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/runbook.cpp" line="262"/>
        <source>Afterwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/runbook.cpp" line="263"/>
        <source>Open the pull request with this very change within %1 hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/runbook.cpp" line="265"/>
        <source>Only when it is merged, let the sync go on; else it undoes the change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/runbook.cpp" line="274"/>
        <source>Close the record %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/runbook.cpp" line="275"/>
        <source>Tell the same people that it is over.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::Actions</name>
    <message>
        <location filename="../views/window/actions.cpp" line="20"/>
        <source>&amp;Open repository…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="22"/>
        <source>&amp;Save files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="23"/>
        <source>&amp;Commit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="24"/>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="25"/>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="26"/>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="27"/>
        <source>&amp;Find in this view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="30"/>
        <source>&amp;Complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="31"/>
        <source>Close the fi&amp;le</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="32"/>
        <source>&amp;Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="33"/>
        <source>&amp;Topology</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="34"/>
        <source>&amp;Editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="35"/>
        <source>&amp;Review a change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="37"/>
        <source>E&amp;xplain a request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="39"/>
        <source>&amp;Mesh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="40"/>
        <source>&amp;Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="41"/>
        <source>&amp;Pending changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="42"/>
        <source>&amp;Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="43"/>
        <source>Topology as &amp;list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="46"/>
        <source>Zoom &amp;out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="47"/>
        <source>&amp;100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="49"/>
        <source>&amp;Export the picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="51"/>
        <source>As the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="52"/>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="53"/>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="54"/>
        <source>High &amp;contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="60"/>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="61"/>
        <source>&amp;Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="62"/>
        <source>&amp;Go to a resource, file or action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="63"/>
        <source>Go to &amp;definition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="64"/>
        <source>Show &amp;references</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="65"/>
        <source>&amp;Picture or text of what is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="66"/>
        <source>&amp;Next finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="21"/>
        <source>Open the sa&amp;mple mesh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="28"/>
        <source>Re&amp;place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="44"/>
        <source>&amp;Compare environments…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="45"/>
        <source>&amp;Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="48"/>
        <source>Fit the pict&amp;ure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="50"/>
        <source>Reset l&amp;ayout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="67"/>
        <source>Pre&amp;vious finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="68"/>
        <source>&amp;Quick fix…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="69"/>
        <source>What &amp;findings mean…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="70"/>
        <source>Next &amp;change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="71"/>
        <source>Previous c&amp;hange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="72"/>
        <source>&amp;Revert change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="73"/>
        <source>&amp;Discard edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="74"/>
        <source>What is not &amp;committed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="75"/>
        <source>Read it &amp;again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="76"/>
        <source>&amp;Export the review…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="77"/>
        <source>Roll &amp;back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="78"/>
        <source>&amp;History of meaning…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="79"/>
        <source>R&amp;unbook…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="80"/>
        <source>&amp;Explain it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="81"/>
        <source>&amp;Light up its path on the topology</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="83"/>
        <source>&amp;Save the request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="84"/>
        <source>&amp;Copy it as curl command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="85"/>
        <source>&amp;Who can reach whom…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="86"/>
        <source>&amp;Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="87"/>
        <source>&amp;About Meshdraft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="115"/>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="117"/>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="125"/>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="132"/>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="141"/>
        <source>T&amp;heme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="158"/>
        <source>Revie&amp;w</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="145"/>
        <source>&amp;Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="153"/>
        <source>&amp;Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="165"/>
        <source>&amp;Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="172"/>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::AddressField</name>
    <message>
        <location filename="../views/request/addressfield.cpp" line="63"/>
        <source>Address of the request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/addressfield.cpp" line="64"/>
        <source>https://host/path, or paste a curl command or a line of an access log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/addressfield.cpp" line="69"/>
        <source>Addresses of this mesh</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::AnswerDetails</name>
    <message>
        <location filename="../views/request/answerdetails.cpp" line="39"/>
        <source>More about the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/answerdetails.cpp" line="129"/>
        <source>Which of these was created first decides, and files do not tell: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/answerdetails.cpp" line="131"/>
        <source>Otherwise: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/answerdetails.cpp" line="154"/>
        <source>Explain such a request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/answerdetails.cpp" line="177"/>
        <source>The method is %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/answerdetails.cpp" line="178"/>
        <source>The path is %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/answerdetails.cpp" line="180"/>
        <source>The request has no header %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/answerdetails.cpp" line="182"/>
        <source>Its header %1 is %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/answerdetails.cpp" line="186"/>
        <source>header %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/answerdetails.cpp" line="192"/>
        <source>Try it with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/answerdetails.cpp" line="220"/>
        <source>What may cause what the log says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/answerdetails.cpp" line="222"/>
        <source>Why not %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/answerdetails.cpp" line="225"/>
        <source>Depends on creation order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/answerdetails.cpp" line="227"/>
        <source>Workloads behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/answerdetails.cpp" line="233"/>
        <source>Copies go to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/answerdetails.cpp" line="241"/>
        <source>Access log says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/answerdetails.cpp" line="242"/>
        <source>Not known from files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/answerdetails.cpp" line="245"/>
        <source>Nothing else to say about it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::BottomDock</name>
    <message>
        <location filename="../views/window/bottomdock.cpp" line="66"/>
        <source>Pending changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/bottomdock.cpp" line="78"/>
        <source>Bottom panels</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::Breadcrumb</name>
    <message>
        <location filename="../views/editor/breadcrumb.cpp" line="32"/>
        <source>Path of the caret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/editor/breadcrumb.cpp" line="78"/>
        <source>Go to %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::CanaryChart</name>
    <message>
        <location filename="../views/inspector/canarychart.cpp" line="35"/>
        <source>Steps of the canary plan</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::CanaryPanel</name>
    <message>
        <location filename="../views/inspector/canarypanel.cpp" line="93"/>
        <source>Move traffic to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/canarypanel.cpp" line="96"/>
        <source>Plan canary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/canarypanel.cpp" line="100"/>
        <source>Steps of 10, 25, 50 and 100 %, each 30 minutes; every one can be changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/canarypanel.cpp" line="120"/>
        <source>Next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/canarypanel.cpp" line="121"/>
        <source>Make the weights of the next step a pending change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/canarypanel.cpp" line="122"/>
        <source>Promote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/canarypanel.cpp" line="123"/>
        <source>Send everything to the new destination, as a pending change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/canarypanel.cpp" line="124"/>
        <source>Abort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/canarypanel.cpp" line="125"/>
        <source>Put the weights back to what they were before the first step, as a pending change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/canarypanel.cpp" line="137"/>
        <location filename="../views/inspector/canarypanel.cpp" line="138"/>
        <source>More about the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/canarypanel.cpp" line="140"/>
        <source>Add step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/canarypanel.cpp" line="141"/>
        <source>Plan again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/canarypanel.cpp" line="142"/>
        <source>Forget plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/canarypanel.cpp" line="144"/>
        <source>Write as stacked branches…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/canarypanel.cpp" line="145"/>
        <source>One branch a step, each on top of the one before; your files stay as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/canarypanel.cpp" line="177"/>
        <source>pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/canarypanel.cpp" line="182"/>
        <source>Pause after the step, in minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/canarypanel.cpp" line="185"/>
        <source> min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/canarypanel.cpp" line="202"/>
        <source>Add a step behind this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/canarypanel.cpp" line="203"/>
        <source>Remove this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/canarypanel.cpp" line="207"/>
        <source>Note of the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/canarypanel.cpp" line="208"/>
        <source>Note: what to look at before the next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/canarypanel.cpp" line="217"/>
        <source>From the files: routes, subsets, replicas and policies as they are now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/canarypanel.cpp" line="257"/>
        <source>Step %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/canarypanel.cpp" line="259"/>
        <source>; then %1 pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/canarypanel.cpp" line="273"/>
        <source>No plan yet. Traffic moves to one destination step by step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/canarypanel.cpp" line="279"/>
        <source>To %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/canarypanel.cpp" line="289"/>
        <source>HEAD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/canarypanel.cpp" line="289"/>
        <source>HEAD: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/canarypanel.cpp" line="293"/>
        <location filename="../views/inspector/canarypanel.cpp" line="395"/>
        <source>step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/canarypanel.cpp" line="305"/>
        <source>Make step %1 a pending change: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/canarypanel.cpp" line="307"/>
        <source>The last step is reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/canarypanel.cpp" line="323"/>
        <source>Step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/canarypanel.cpp" line="334"/>
        <source>Requests are followed…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/canarypanel.cpp" line="398"/>
        <source>Step %1: %2 %3, %4 %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/canarypanel.cpp" line="404"/>
        <source>It states no steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/canarypanel.cpp" line="406"/>
        <source>%1 → %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/canarypanel.cpp" line="409"/>
        <source>; a step every %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::ChangeTreeModel</name>
    <message>
        <location filename="../views/changes/changetreemodel.cpp" line="218"/>
        <source>comments or formatting only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/changetreemodel.cpp" line="247"/>
        <source>no mesh resource</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/changetreemodel.cpp" line="248"/>
        <source>%1 · no mesh resource</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::ChangesPanel</name>
    <message>
        <location filename="../views/changes/changespanel.cpp" line="68"/>
        <source>Revert change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/changespanel.cpp" line="71"/>
        <source>Pending changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/changespanel.cpp" line="80"/>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/changespanel.cpp" line="121"/>
        <source>No pending changes. Edits appear here before anything is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/changespanel.cpp" line="137"/>
        <source>Form of the difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/changespanel.cpp" line="138"/>
        <source>Unified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/changespanel.cpp" line="138"/>
        <source>Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/changespanel.cpp" line="258"/>
        <source>saved → pending · change %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/changespanel.cpp" line="334"/>
        <source>Revert these lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/changespanel.cpp" line="339"/>
        <source>Revert this field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/changespanel.cpp" line="341"/>
        <source>Revert all of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/changespanel.cpp" line="345"/>
        <source>Revert %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/changespanel.cpp" line="349"/>
        <source>Discard all edits</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::ChoiceRow</name>
    <message>
        <location filename="../views/inspector/form/choicerow.cpp" line="31"/>
        <source>One of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/form/choicerow.cpp" line="41"/>
        <source>One of: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/form/choicerow.cpp" line="74"/>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::CodeWindow</name>
    <message>
        <location filename="../views/findings/codewindow.cpp" line="39"/>
        <source>What findings mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/codewindow.cpp" line="41"/>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/codewindow.cpp" line="42"/>
        <source>Filter the codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/codewindow.cpp" line="46"/>
        <source>Codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/codewindow.cpp" line="51"/>
        <source>Page of the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/codewindow.cpp" line="104"/>
        <source>There is no page on %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::CommitDialog</name>
    <message>
        <location filename="../views/commit/commitdialog.cpp" line="38"/>
        <location filename="../views/commit/commitdialog.cpp" line="40"/>
        <source>Commit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/commitdialog.cpp" line="40"/>
        <source>Nothing is pushed; hooks and signing run as with git commit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/commitdialog.cpp" line="52"/>
        <source>Branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/commitdialog.cpp" line="53"/>
        <source>New branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/commitdialog.cpp" line="60"/>
        <source>Name of the new branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/commitdialog.cpp" line="66"/>
        <source>The current branch (none: HEAD is detached)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/commitdialog.cpp" line="67"/>
        <source>Current branch, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/commitdialog.cpp" line="82"/>
        <source>Files of the commit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/commitdialog.cpp" line="93"/>
        <source>%1 (deleted)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/commitdialog.cpp" line="95"/>
        <source>%1 (new)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/commitdialog.cpp" line="98"/>
        <source>This file also holds uncommitted changes of your own; they stay where they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/commitdialog.cpp" line="99"/>
        <source> (your own changes stay out)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/commitdialog.cpp" line="103"/>
        <source>1 file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/commitdialog.cpp" line="103"/>
        <source>%1 files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/commitdialog.cpp" line="144"/>
        <source>Order matters: %1 In one commit all of it arrives at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/commitdialog.cpp" line="149"/>
        <source>Write as stacked branches…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/commitdialog.cpp" line="151"/>
        <source>One branch and pull request a step, each on top of the one before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/commitdialog.cpp" line="169"/>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/commitdialog.cpp" line="200"/>
        <source>Committing. Hooks and signing take the time that they need.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/commitdialog.cpp" line="226"/>
        <source>Commit anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/commitdialog.cpp" line="231"/>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/commitdialog.cpp" line="232"/>
        <source>Edit message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::CommitFrame</name>
    <message>
        <location filename="../views/commit/commitframe.cpp" line="72"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/commitframe.cpp" line="121"/>
        <source>Commit message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/commitframe.cpp" line="125"/>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::CompareWindow</name>
    <message>
        <location filename="../views/changes/comparewindow.cpp" line="32"/>
        <source>%1: on disk and here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/comparewindow.cpp" line="111"/>
        <source>On disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/comparewindow.cpp" line="40"/>
        <source>Here, with your edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/comparewindow.cpp" line="46"/>
        <source>Differences between the file on disk and your edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/comparewindow.cpp" line="101"/>
        <source>Merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/comparewindow.cpp" line="101"/>
        <source>Put your edits on top of what is on disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/comparewindow.cpp" line="103"/>
        <source>Keep mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/comparewindow.cpp" line="104"/>
        <source>Your text; saving or committing brings the file back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/comparewindow.cpp" line="105"/>
        <source>Your text; what is different on disk shows as a pending change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/comparewindow.cpp" line="107"/>
        <source>Drop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/comparewindow.cpp" line="107"/>
        <source>Your edits go, as the file did; undo brings them back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/comparewindow.cpp" line="108"/>
        <source>On disk: removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/comparewindow.cpp" line="110"/>
        <source>Reload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/comparewindow.cpp" line="110"/>
        <source>The text on disk; undo brings your edits back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/comparewindow.cpp" line="151"/>
        <source>%1 was removed on disk. Keep your text, or drop it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/comparewindow.cpp" line="157"/>
        <source>Both changed the same places. Choose for each what the merge takes; all else fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/comparewindow.cpp" line="159"/>
        <source>Every place is decided: the two can be merged.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::CompletionPopup</name>
    <message>
        <location filename="../views/editor/completionpopup.cpp" line="127"/>
        <source>%1 · required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/editor/completionpopup.cpp" line="143"/>
        <source>Completion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/editor/completionpopup.cpp" line="150"/>
        <source>What can be written here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/editor/completionpopup.cpp" line="262"/>
        <source>Fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/editor/completionpopup.cpp" line="262"/>
        <source>Fields of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/editor/completionpopup.cpp" line="265"/>
        <source>Values of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/editor/completionpopup.cpp" line="268"/>
        <source>Hosts that namespace %1 can see</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/editor/completionpopup.cpp" line="271"/>
        <source>Subsets of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/editor/completionpopup.cpp" line="274"/>
        <source>Ports of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/editor/completionpopup.cpp" line="277"/>
        <source>Gateways, as namespace %1 names them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/editor/completionpopup.cpp" line="280"/>
        <source>Namespaces in these files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/editor/completionpopup.cpp" line="283"/>
        <source>Identities of workloads in these files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/editor/completionpopup.cpp" line="287"/>
        <source>%1  ·  %2 of %3</source>
        <extracomment>What is listed, how many of them fit, how many there are.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::ConflictList</name>
    <message>
        <location filename="../views/changes/conflictlist.cpp" line="35"/>
        <source>(removed)</source>
        <extracomment>One of two edits has removed what the other has changed.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/conflictlist.cpp" line="47"/>
        <source>the whole document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/conflictlist.cpp" line="63"/>
        <source>Places that both changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/conflictlist.cpp" line="94"/>
        <source>Both changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/conflictlist.cpp" line="94"/>
        <source>On disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/conflictlist.cpp" line="94"/>
        <source>Here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/conflictlist.cpp" line="130"/>
        <source>%1: here, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/conflictlist.cpp" line="130"/>
        <source>%1: on disk, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::DeleteDialog</name>
    <message>
        <location filename="../views/inspector/operations/deletedialog.cpp" line="23"/>
        <source>Delete %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/deletedialog.cpp" line="24"/>
        <source>Delete %1 resources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/deletedialog.cpp" line="42"/>
        <source>1 reference would lead nowhere:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/deletedialog.cpp" line="43"/>
        <source>%1 references would lead nowhere:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/deletedialog.cpp" line="47"/>
        <source>References that would lead nowhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/deletedialog.cpp" line="53"/>
        <source>Double-click a place to go there. The edit can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/deletedialog.cpp" line="57"/>
        <source>Delete all the same</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::DestinationForm</name>
    <message>
        <location filename="../views/inspector/destinationform.cpp" line="45"/>
        <source>Add destination</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/destinationform.cpp" line="53"/>
        <source>v3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/destinationform.cpp" line="55"/>
        <source>version=v3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/destinationform.cpp" line="72"/>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/destinationform.cpp" line="73"/>
        <source>Subset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/destinationform.cpp" line="74"/>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/destinationform.cpp" line="75"/>
        <source>Weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/destinationform.cpp" line="79"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/destinationform.cpp" line="113"/>
        <source>%1, new subset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/destinationform.cpp" line="116"/>
        <source>Another subset of %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/destinationform.cpp" line="119"/>
        <source> %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/destinationform.cpp" line="144"/>
        <source>There is no other Service in this namespace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/destinationform.cpp" line="146"/>
        <source>The subset is added to the DestinationRule of %1, or to a new one beside the route&apos;s file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/destinationform.cpp" line="154"/>
        <source>1 workload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/destinationform.cpp" line="154"/>
        <source>%1 workloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/destinationform.cpp" line="157"/>
        <source>%1 behind %2; the subset is added to the DestinationRule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/destinationform.cpp" line="159"/>
        <source>%1 behind %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::DiffView</name>
    <message>
        <location filename="../views/changes/diffview.cpp" line="147"/>
        <source>1 change in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/diffview.cpp" line="148"/>
        <source>%1 changes in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/diffview.cpp" line="163"/>
        <source>%1 lines left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/diffpaint.cpp" line="71"/>
        <source>1 unchanged line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/diffpaint.cpp" line="71"/>
        <source>%1 unchanged lines</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::DockButtons</name>
    <message>
        <location filename="../views/window/docktitle.cpp" line="37"/>
        <source>Float or dock %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/docktitle.cpp" line="39"/>
        <source>Close %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::EditorAssist</name>
    <message>
        <location filename="../views/editor/editorassist.cpp" line="94"/>
        <source>Nothing is known to complete here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/editor/editorassist.cpp" line="121"/>
        <source>Complete %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/editor/editorassist.cpp" line="202"/>
        <source>required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/editor/editorassist.cpp" line="205"/>
        <source>default %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/editor/editorassist.cpp" line="215"/>
        <source>Resolves to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/editor/editorassist.cpp" line="248"/>
        <source>Nothing in these files is named here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/editor/editorassist.cpp" line="261"/>
        <source>Nothing in these files refers to this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/editor/editorassist.cpp" line="266"/>
        <source>References</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../views/editor/editorassist.cpp" line="268"/>
        <source>%n reference(s)</source>
        <translation>
            <numerusform>%n reference</numerusform>
            <numerusform>%n references</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshdraft::views::EditorMargin</name>
    <message>
        <location filename="../views/editor/editormargin.cpp" line="37"/>
        <source>Line numbers, findings and changes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::EditorPage</name>
    <message>
        <location filename="../views/editor/editorpage.cpp" line="54"/>
        <source>Editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/editor/editorpage.cpp" line="72"/>
        <source>No file is open. Select a resource, or press Ctrl+K and type the name of a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/editor/editorpage.cpp" line="310"/>
        <source>Incomplete: the picture shows the last valid text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/editor/editorpage.cpp" line="312"/>
        <source>Does not render: the picture shows the last text that does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/editor/editorpage.cpp" line="328"/>
        <source>Ln %1, Col %2 · UTF-8 · %3 · spaces 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/editor/editorpage.cpp" line="390"/>
        <source>No hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../views/editor/editorpage.cpp" line="391"/>
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../views/editor/editorpage.cpp" line="416"/>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/editor/editorpage.cpp" line="435"/>
        <source>Replace in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/editor/editorpage.cpp" line="452"/>
        <source>Replace all in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../views/editor/editorpage.cpp" line="454"/>
        <source>%n place(s) replaced</source>
        <translation>
            <numerusform>%n place replaced</numerusform>
            <numerusform>%n places replaced</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshdraft::views::EditorSide</name>
    <message>
        <location filename="../views/editor/editorside.cpp" line="28"/>
        <source>Outline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/editor/editorside.cpp" line="34"/>
        <location filename="../views/editor/editorside.cpp" line="38"/>
        <source>Where used</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::EffectiveSection</name>
    <message>
        <location filename="../views/inspector/effectivesection.cpp" line="19"/>
        <source>Effective</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::FatePane</name>
    <message>
        <location filename="../views/request/fatepane.cpp" line="32"/>
        <location filename="../views/request/fatepane.cpp" line="38"/>
        <source>Requests whose fate changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/fatepane.cpp" line="51"/>
        <source>none of %1 that were asked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::FieldHelpCard</name>
    <message>
        <location filename="../views/editor/fieldhelpcard.cpp" line="62"/>
        <source>Resolves to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/editor/fieldhelpcard.cpp" line="66"/>
        <source>Field at the caret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/editor/fieldhelpcard.cpp" line="110"/>
        <source>required</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../views/editor/fieldhelpcard.cpp" line="120"/>
        <source>%n pod(s)</source>
        <translation>
            <numerusform>%n pod</numerusform>
            <numerusform>%n pods</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshdraft::views::FieldRow</name>
    <message>
        <location filename="../views/inspector/form/fieldrow.cpp" line="86"/>
        <source>Explain %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/form/fieldrow.cpp" line="87"/>
        <source>Explain this field (F1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/form/fieldrow.cpp" line="256"/>
        <source>Required.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/form/fieldrow.cpp" line="306"/>
        <source>not set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/form/fieldrow.cpp" line="307"/>
        <source>%1 (default)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::FileTabs</name>
    <message>
        <location filename="../views/editor/filetabs.cpp" line="31"/>
        <source>Open files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/editor/filetabs.cpp" line="85"/>
        <source>Close %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/editor/filetabs.cpp" line="87"/>
        <source>%1 (Ctrl+W)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/editor/filetabs.cpp" line="118"/>
        <source>%1 (changed, not saved)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::FindBar</name>
    <message>
        <location filename="../views/editor/findbar.cpp" line="43"/>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/editor/findbar.cpp" line="44"/>
        <source>Replace with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/editor/findbar.cpp" line="46"/>
        <source>Match case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/editor/findbar.cpp" line="47"/>
        <source>Whole words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/editor/findbar.cpp" line="48"/>
        <source>Regular expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/editor/findbar.cpp" line="63"/>
        <source>Previous hit (Shift+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/editor/findbar.cpp" line="64"/>
        <source>Next hit (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/editor/findbar.cpp" line="68"/>
        <source>Close find (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/editor/findbar.cpp" line="81"/>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/editor/findbar.cpp" line="82"/>
        <source>Replace all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::FindField</name>
    <message>
        <location filename="../views/topology/findfield.cpp" line="62"/>
        <source>1 hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/findfield.cpp" line="62"/>
        <source>%1 hits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/findfield.cpp" line="86"/>
        <location filename="../views/topology/findfield.cpp" line="87"/>
        <source>Find or hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/findfield.cpp" line="88"/>
        <source>Names, or name:reviews, kind=VirtualService, weight&gt;95, mtls=STRICT, finding=error, ns:shop, label:app=reviews, joined by and, or, not. Enter goes to the next hit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/findfield.cpp" line="99"/>
        <source>Hide or show only what matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/findfield.cpp" line="101"/>
        <source>Hide what matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/findfield.cpp" line="104"/>
        <source>Show only what matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/findfield.cpp" line="112"/>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::FindingWiring</name>
    <message>
        <location filename="../views/window/findingwiring.cpp" line="36"/>
        <source>Done: %1. Ctrl+Z takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/findingwiring.cpp" line="80"/>
        <source>No further finding below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/findingwiring.cpp" line="80"/>
        <source>No further finding above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/findingwiring.cpp" line="97"/>
        <source>Nothing was found here. F8 goes to the next finding.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::FindingsModel</name>
    <message>
        <location filename="../views/findings/findingsmodel.cpp" line="320"/>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/findingsmodel.cpp" line="318"/>
        <source>mended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/findingsmodel.cpp" line="144"/>
        <source>No namespace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/findingsmodel.cpp" line="147"/>
        <source>Nobody in CODEOWNERS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/findingsmodel.cpp" line="152"/>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/findingsmodel.cpp" line="154"/>
        <source>Warnings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/findingsmodel.cpp" line="156"/>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/findingsmodel.cpp" line="158"/>
        <source>Cannot be told from files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/findingsmodel.cpp" line="279"/>
        <source>%1, findings: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/findingsmodel.cpp" line="319"/>
        <source>cannot tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/findingsmodel.cpp" line="321"/>
        <source>old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/findingsmodel.cpp" line="336"/>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/findingsmodel.cpp" line="338"/>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/findingsmodel.cpp" line="340"/>
        <source>Since the change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/findingsmodel.cpp" line="342"/>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::FindingsPanel</name>
    <message>
        <location filename="../views/findings/findingspanel.cpp" line="60"/>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/findingspanel.cpp" line="127"/>
        <source>Filter the findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/findingspanel.cpp" line="128"/>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/findingspanel.cpp" line="153"/>
        <source>Of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/findingspanel.cpp" line="154"/>
        <source>Whole environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/findingspanel.cpp" line="154"/>
        <source>The pending change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/findingspanel.cpp" line="154"/>
        <source>Selected file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/findingspanel.cpp" line="154"/>
        <source>Selected resource</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/findingspanel.cpp" line="156"/>
        <source>Group by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/findingspanel.cpp" line="157"/>
        <source>Nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/findingspanel.cpp" line="157"/>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/findingspanel.cpp" line="157"/>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/findingspanel.cpp" line="157"/>
        <source>Severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/findingspanel.cpp" line="157"/>
        <source>Namespace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/findingspanel.cpp" line="157"/>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/findingspanel.cpp" line="212"/>
        <source>No findings in %1. %2 checks ran; %3 need a cluster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/findingspanel.cpp" line="235"/>
        <source>None of the %1 findings is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/findingspanel.cpp" line="235"/>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/findingspanel.cpp" line="279"/>
        <source>&amp;Open in the editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/findingspanel.cpp" line="280"/>
        <source>&amp;Quick fix…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/findingspanel.cpp" line="282"/>
        <source>&amp;What %1 means…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/findingspanel.cpp" line="285"/>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/findingspanel.cpp" line="216"/>
        <source>No repository is open.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::FittingRow</name>
    <message>
        <location filename="../views/common/fittingrow.cpp" line="28"/>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/common/fittingrow.cpp" line="29"/>
        <source>What has no room in this bar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::FixPopup</name>
    <message>
        <location filename="../views/findings/fixpopup.cpp" line="62"/>
        <location filename="../views/findings/fixpopup.cpp" line="63"/>
        <location filename="../views/findings/fixpopup.cpp" line="65"/>
        <source>Quick fixes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/fixpopup.cpp" line="77"/>
        <source>What the fix changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/fixpopup.cpp" line="132"/>
        <source>No quick fix is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/fixpopup.cpp" line="135"/>
        <source>What %1 means…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/fixpopup.cpp" line="162"/>
        <source>What it is, why it matters, and how to mend it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/fixpopup.cpp" line="193"/>
        <source>Does not mend all of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/fixpopup.cpp" line="195"/>
        <source>Mends this and other findings: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/fixpopup.cpp" line="197"/>
        <source>Mends this finding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/fixpopup.cpp" line="200"/>
        <source>Would introduce %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/fixpopup.cpp" line="205"/>
        <source>Files that it changes: %1; the first is shown.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::FlowBar</name>
    <message>
        <location filename="../views/topology/flowbar.cpp" line="27"/>
        <source>Requests are followed through the mesh…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/flowbar.cpp" line="30"/>
        <source>Nothing says where requests enter: no gateway has a host with a route, and no caller is declared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/flowbar.cpp" line="43"/>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/flowbar.cpp" line="46"/>
        <source>Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/flowbar.cpp" line="47"/>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/flowbar.cpp" line="61"/>
        <source>%1 (%2)</source>
        <extracomment>%1 a sentence, %2 &quot;from gateway shop-gw to shop.example&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/flowbar.cpp" line="64"/>
        <source>%1 of %2 that do not add up: %3 (%4)</source>
        <extracomment>%1 of %2 totals of flows; %3 a sentence, %4 &quot;from gateway shop-gw to shop.example&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::FrozenTable</name>
    <message>
        <location filename="../views/matrix/frozentable.cpp" line="16"/>
        <source>First columns, kept in view</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::GoToField</name>
    <message>
        <location filename="../views/window/gotofield.cpp" line="29"/>
        <location filename="../views/window/gotofield.cpp" line="30"/>
        <source>Go to a resource, file or action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/gotofield.cpp" line="39"/>
        <source>Hits</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::GoToModel</name>
    <message>
        <location filename="../views/window/gotomodel.cpp" line="74"/>
        <source>route of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/gotomodel.cpp" line="140"/>
        <source>action</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::GraphCanvas</name>
    <message>
        <location filename="../views/topology/graphcanvas.cpp" line="47"/>
        <source>Topology</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../views/topology/canvasselection.cpp" line="139"/>
        <source>
%n selected besides</source>
        <translation>
            <numerusform>
%n selected besides</numerusform>
            <numerusform>
%n selected besides</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshdraft::views::HistoryModel</name>
    <message>
        <location filename="../views/undo/historymodel.cpp" line="48"/>
        <source>%1 is new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/historymodel.cpp" line="49"/>
        <source>%1 goes away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/historymodel.cpp" line="50"/>
        <source>%1 changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../views/undo/historymodel.cpp" line="62"/>
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshdraft::views::HistoryWindow</name>
    <message>
        <location filename="../views/undo/historywindow.cpp" line="71"/>
        <source>History of meaning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/historywindow.cpp" line="112"/>
        <source>&amp;History of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/historywindow.cpp" line="119"/>
        <source>A resource or a host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/historywindow.cpp" line="139"/>
        <source>Commits, the newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/historywindow.cpp" line="203"/>
        <source>Resource</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/historywindow.cpp" line="206"/>
        <source>Form of the difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/historywindow.cpp" line="208"/>
        <source>Unified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/historywindow.cpp" line="208"/>
        <source>Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/historywindow.cpp" line="214"/>
        <source>What the commit changes in the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/historywindow.cpp" line="232"/>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/historywindow.cpp" line="234"/>
        <source>&amp;Picture at this commit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/historywindow.cpp" line="236"/>
        <source>&amp;Roll this back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/historywindow.cpp" line="278"/>
        <source>Everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/historywindow.cpp" line="279"/>
        <source>Everything in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/historywindow.cpp" line="294"/>
        <source>Host %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/historywindow.cpp" line="373"/>
        <source>1 commit changes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/historywindow.cpp" line="373"/>
        <source>%1 commits change it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/historywindow.cpp" line="382"/>
        <source>%1 of %2 that touched its files.</source>
        <extracomment>%1 is &quot;3 commits change it&quot;, %2 a number.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/historywindow.cpp" line="375"/>
        <location filename="../views/undo/historywindow.cpp" line="376"/>
        <source>Reading the history…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/historywindow.cpp" line="375"/>
        <source>%1 so far…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/historywindow.cpp" line="378"/>
        <source>Stopped: %1 so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/historywindow.cpp" line="379"/>
        <source>Stopped before a commit was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/historywindow.cpp" line="383"/>
        <source>No commit changes what it means.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/historywindow.cpp" line="386"/>
        <source>Choose a resource or a host above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/historywindow.cpp" line="397"/>
        <source>The first commit: there is nothing before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/historywindow.cpp" line="398"/>
        <source>What this commit changed, as a review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/historywindow.cpp" line="413"/>
        <source>%1, %2, commit %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/historywindow.cpp" line="421"/>
        <source>%1 (new)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/historywindow.cpp" line="422"/>
        <source>%1 (goes away)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::InspectorHeader</name>
    <message>
        <location filename="../views/inspector/inspectorheader.cpp" line="52"/>
        <source>Actions for this resource</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/inspectorheader.cpp" line="80"/>
        <source>%1 resources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/inspectorheader.cpp" line="81"/>
        <source>several kinds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/inspectorheader.cpp" line="91"/>
        <source>Namespace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/inspectorheader.cpp" line="128"/>
        <source>Open %1 in the editor</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::InspectorPanel</name>
    <message>
        <location filename="../views/inspector/inspectorpanel.cpp" line="80"/>
        <location filename="../views/inspector/inspectorpanel.cpp" line="130"/>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/inspectorpanel.cpp" line="101"/>
        <source>Traffic split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/inspectorpanel.cpp" line="122"/>
        <source>Where used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/inspectorpanel.cpp" line="123"/>
        <source>Policies that apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/inspectorpanel.cpp" line="156"/>
        <location filename="../views/inspector/inspectorpanel.cpp" line="280"/>
        <source>Select a resource. Ctrl+K finds one by name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/inspectorpanel.cpp" line="205"/>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/inspectorpanel.cpp" line="290"/>
        <source>%1 %2 is not in this environment any more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::ItemList</name>
    <message>
        <location filename="../views/inspector/form/itemlist.cpp" line="50"/>
        <source>Add key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/form/itemlist.cpp" line="51"/>
        <source>New key of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/form/itemlist.cpp" line="56"/>
        <source>Add to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/form/itemlist.cpp" line="143"/>
        <source>Not in all of them: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/form/itemlist.cpp" line="156"/>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/form/itemlist.cpp" line="158"/>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/form/itemlist.cpp" line="160"/>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/form/itemlist.cpp" line="163"/>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::KeptGuide</name>
    <message>
        <location filename="../views/window/keptguide.cpp" line="83"/>
        <source>%1 of %2 was kept after Meshdraft ended unexpectedly.</source>
        <extracomment>%1 is &quot;1 edit&quot; or &quot;4 edits&quot;, %2 a time.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/keptguide.cpp" line="84"/>
        <source>%1 of %2 were kept after Meshdraft ended unexpectedly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/keptguide.cpp" line="86"/>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/keptguide.cpp" line="87"/>
        <source>Discard…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/keptguide.cpp" line="88"/>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/keptguide.cpp" line="93"/>
        <source>Discard %1 for good?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/keptguide.cpp" line="95"/>
        <source>Discard edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/keptguide.cpp" line="101"/>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/keptguide.cpp" line="121"/>
        <source>%1 restored. Nothing is written before you save or commit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/keptguide.cpp" line="124"/>
        <source>%1 changed so much meanwhile that its edits do not fit any more. They are still kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/keptguide.cpp" line="126"/>
        <source>Save as patch…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/keptguide.cpp" line="128"/>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/keptguide.cpp" line="143"/>
        <source>Save as patch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/keptguide.cpp" line="143"/>
        <source>Patches (*.patch *.diff)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::KeptList</name>
    <message>
        <location filename="../views/start/keptlist.cpp" line="22"/>
        <source>Kept edits</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::KeptRow</name>
    <message>
        <location filename="../views/start/keptrow.cpp" line="78"/>
        <source>%1: edits that were not kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/keptrow.cpp" line="80"/>
        <source>%1: %2 in %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/keptrow.cpp" line="89"/>
        <source>on %1</source>
        <extracomment>%1 is a Git branch.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/keptrow.cpp" line="92"/>
        <source>%1 changed on disk since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/keptrow.cpp" line="95"/>
        <source>Secrets are not kept: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/keptrow.cpp" line="112"/>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/keptrow.cpp" line="112"/>
        <source>Restore %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/keptrow.cpp" line="113"/>
        <location filename="../views/start/keptrow.cpp" line="158"/>
        <source>Show diff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/keptrow.cpp" line="113"/>
        <source>Show the difference of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/keptrow.cpp" line="114"/>
        <source>Save as patch…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/keptrow.cpp" line="114"/>
        <source>Save %1 as a patch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/keptrow.cpp" line="115"/>
        <source>Discard…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/keptrow.cpp" line="115"/>
        <source>Discard %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/keptrow.cpp" line="116"/>
        <source>Discard edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/keptrow.cpp" line="116"/>
        <source>Discard %1 for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/keptrow.cpp" line="117"/>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/keptrow.cpp" line="117"/>
        <source>Keep %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/keptrow.cpp" line="131"/>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/keptrow.cpp" line="144"/>
        <source>Discard for good? %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/keptrow.cpp" line="158"/>
        <source>Hide diff</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::LegendPanel</name>
    <message>
        <location filename="../views/topology/legendpanel.cpp" line="182"/>
        <location filename="../views/topology/legendpanel.cpp" line="251"/>
        <source>Legend</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::MainWindow</name>
    <message>
        <location filename="../views/window/mainwindow.cpp" line="75"/>
        <location filename="../views/window/mainwindow.cpp" line="327"/>
        <source>Meshdraft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/mainwindow.cpp" line="109"/>
        <source>Not built yet; it comes with a later version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/mainwindow.cpp" line="195"/>
        <source>About Meshdraft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/mainwindow.cpp" line="196"/>
        <source>Meshdraft %1
See, change and review mesh configuration in Git.
Apache License 2.0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/mainwindow.cpp" line="295"/>
        <source>Open repository</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/mainwindow.cpp" line="312"/>
        <source>Open a repository first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/mainwindow.cpp" line="327"/>
        <source>%1[*] - Meshdraft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/mainwindow.cpp" line="446"/>
        <source>Undo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/mainwindow.cpp" line="446"/>
        <source>Nothing to undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/mainwindow.cpp" line="447"/>
        <source>Redo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/mainwindow.cpp" line="447"/>
        <source>Nothing to redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/mainwindow.cpp" line="469"/>
        <source>Pending changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/mainwindow.cpp" line="469"/>
        <source>Changes that are not written would be lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/mainwindow.cpp" line="472"/>
        <source>Save files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/mainwindow.cpp" line="473"/>
        <source>Discard edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/mainwindow.cpp" line="474"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::MatrixBar</name>
    <message>
        <location filename="../views/matrix/matrixbar.cpp" line="49"/>
        <source>Only &amp;differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/matrix/matrixbar.cpp" line="52"/>
        <source>Filter the rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/matrix/matrixbar.cpp" line="53"/>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/matrix/matrixbar.cpp" line="63"/>
        <source>Environments to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/matrix/matrixbar.cpp" line="70"/>
        <source>Settings to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/matrix/matrixbar.cpp" line="74"/>
        <source>Add any field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/matrix/matrixbar.cpp" line="75"/>
        <source>Add a field: VirtualService:spec.http[*].timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/matrix/matrixbar.cpp" line="87"/>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/matrix/matrixbar.cpp" line="90"/>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/matrix/matrixbar.cpp" line="90"/>
        <source>Copy the rows that are shown as Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/matrix/matrixbar.cpp" line="92"/>
        <source>C&amp;SV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/matrix/matrixbar.cpp" line="92"/>
        <source>Write the rows that are shown for a spreadsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/matrix/matrixbar.cpp" line="94"/>
        <source>&amp;Markdown…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/matrix/matrixbar.cpp" line="94"/>
        <source>Write the rows that are shown as tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/matrix/matrixbar.cpp" line="155"/>
        <source>Fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/matrix/matrixbar.cpp" line="175"/>
        <source>Environments (%1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::MatrixModel</name>
    <message>
        <location filename="../views/matrix/matrixmodel.cpp" line="82"/>
        <source>%1, differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/matrix/matrixmodel.cpp" line="112"/>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/matrix/matrixmodel.cpp" line="112"/>
        <source>Setting</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::MatrixWindow</name>
    <message>
        <location filename="../views/matrix/matrixwindow.cpp" line="59"/>
        <source>Compare environments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/matrix/matrixwindow.cpp" line="105"/>
        <source>Settings by environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/matrix/matrixwindow.cpp" line="129"/>
        <location filename="../views/matrix/matrixwindow.cpp" line="340"/>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/matrix/matrixwindow.cpp" line="133"/>
        <source>CSV (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/matrix/matrixwindow.cpp" line="135"/>
        <source>Markdown (*.md)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/matrix/matrixwindow.cpp" line="146"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/matrix/matrixwindow.cpp" line="252"/>
        <source>%1 environments cannot be read. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/matrix/matrixwindow.cpp" line="265"/>
        <source>Open a repository to compare its environments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/matrix/matrixwindow.cpp" line="267"/>
        <source>Nothing was compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/matrix/matrixwindow.cpp" line="269"/>
        <source>Choose the environments to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/matrix/matrixwindow.cpp" line="271"/>
        <source>Choose the settings to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/matrix/matrixwindow.cpp" line="273"/>
        <source>None of the environments can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/matrix/matrixwindow.cpp" line="275"/>
        <source>No environment has any of these settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/matrix/matrixwindow.cpp" line="277"/>
        <source>The environments do not differ in these settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/matrix/matrixwindow.cpp" line="279"/>
        <source>No row matches “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/matrix/matrixwindow.cpp" line="285"/>
        <source>%1 rows. There is one environment, so nothing to compare with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/matrix/matrixwindow.cpp" line="286"/>
        <source>%1 rows, %2 differ. Marked cells differ from what most environments have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/matrix/matrixwindow.cpp" line="290"/>
        <source>Cancelled; this is what was there before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/matrix/matrixwindow.cpp" line="296"/>
        <source>Reading environment %1 of %2…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/matrix/matrixwindow.cpp" line="326"/>
        <source>Copied %1 rows as Markdown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/matrix/matrixwindow.cpp" line="331"/>
        <source>Export the comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/matrix/matrixwindow.cpp" line="338"/>
        <source>Exported to %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::MendList</name>
    <message>
        <location filename="../views/undo/mendlist.cpp" line="86"/>
        <source>No request was lost between that change and HEAD.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../views/undo/mendlist.cpp" line="89"/>
        <source>%n requests were lost:</source>
        <translation>
            <numerusform>%n request was lost:</numerusform>
            <numerusform>%n requests were lost:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../views/undo/mendlist.cpp" line="94"/>
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../views/undo/mendlist.cpp" line="97"/>
        <source>As chosen above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/mendlist.cpp" line="103"/>
        <source>%1: high risk, everybody may call then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/mendlist.cpp" line="110"/>
        <source>No single step gives them back and opens nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/mendlist.cpp" line="112"/>
        <source>Each of them gives every lost request back and lets in nothing that was refused before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/mendlist.cpp" line="116"/>
        <source>Not offered: %1. %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::MeshTreePanel</name>
    <message>
        <location filename="../views/tree/meshtreepanel.cpp" line="50"/>
        <source>Filter the mesh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/tree/meshtreepanel.cpp" line="51"/>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/tree/meshtreepanel.cpp" line="61"/>
        <source>Mesh</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::MessageBar</name>
    <message>
        <location filename="../views/common/messagebar.cpp" line="62"/>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::MiniMap</name>
    <message>
        <location filename="../views/topology/minimap.cpp" line="32"/>
        <source>Minimap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/minimap.cpp" line="33"/>
        <source>Click or drag to move the view</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::MirrorRow</name>
    <message>
        <location filename="../views/inspector/mirrorrow.cpp" line="40"/>
        <source>Mirror</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/mirrorrow.cpp" line="55"/>
        <source>Mirror to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/mirrorrow.cpp" line="59"/>
        <source>Share of the requests that is mirrored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/mirrorrow.cpp" line="61"/>
        <source> %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/mirrorrow.cpp" line="131"/>
        <source>copies requests, drops the replies</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::MoveDialog</name>
    <message>
        <location filename="../views/inspector/operations/movedialog.cpp" line="39"/>
        <source>Move %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/movedialog.cpp" line="40"/>
        <source>Move %1 resources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/movedialog.cpp" line="52"/>
        <source>References that would lead nowhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/movedialog.cpp" line="57"/>
        <source>What changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/movedialog.cpp" line="64"/>
        <source>New &amp;namespace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/movedialog.cpp" line="72"/>
        <location filename="../views/inspector/operations/movedialog.cpp" line="126"/>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/movedialog.cpp" line="98"/>
        <source>It is there already: choose another namespace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/movedialog.cpp" line="99"/>
        <source>Nothing else has to change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/movedialog.cpp" line="100"/>
        <source>%1 places change, all in one step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/movedialog.cpp" line="103"/>
        <source>%1:%2 goes by the old namespace, is not part of this environment, and stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/movedialog.cpp" line="124"/>
        <source>1 reference would lead nowhere:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/movedialog.cpp" line="125"/>
        <source>%1 references would lead nowhere:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/movedialog.cpp" line="126"/>
        <source>Move all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/movedialog.cpp" line="147"/>
        <source>%1 resources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/movedialog.cpp" line="148"/>
        <source>Move %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::NamespaceCard</name>
    <message>
        <location filename="../views/inspector/namespacecard.cpp" line="32"/>
        <source>Services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/namespacecard.cpp" line="33"/>
        <source>Workloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/namespacecard.cpp" line="35"/>
        <source>VirtualServices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/namespacecard.cpp" line="36"/>
        <source>Gateway API routes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/namespacecard.cpp" line="38"/>
        <source>DestinationRules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/namespacecard.cpp" line="39"/>
        <source>AuthorizationPolicies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/namespacecard.cpp" line="44"/>
        <source>1 host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/namespacecard.cpp" line="44"/>
        <source>%L1 hosts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/namespacecard.cpp" line="53"/>
        <source>Show only this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/namespacecard.cpp" line="75"/>
        <source>What each proxy imports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/namespacecard.cpp" line="76"/>
        <source>Calls into</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/namespacecard.cpp" line="77"/>
        <source>Called from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/namespacecard.cpp" line="128"/>
        <source>Close group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/namespacecard.cpp" line="128"/>
        <source>Open group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/namespacecard.cpp" line="169"/>
        <source>With Sidecar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/namespacecard.cpp" line="170"/>
        <source>Without</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/namespacecard.cpp" line="171"/>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/namespacecard.cpp" line="171"/>
        <source>%L1 in every proxy, %2 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/namespacecard.cpp" line="206"/>
        <source>1 route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/namespacecard.cpp" line="207"/>
        <source>%1 routes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::NestedSection</name>
    <message>
        <location filename="../views/inspector/form/nestedsection.cpp" line="135"/>
        <source>Actions for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/form/nestedsection.cpp" line="135"/>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::NewResourceDialog</name>
    <message>
        <location filename="../views/inspector/operations/newresourcedialog.cpp" line="33"/>
        <source>New resource</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/newresourcedialog.cpp" line="33"/>
        <source>Make it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/newresourcedialog.cpp" line="64"/>
        <location filename="../views/inspector/operations/newresourcedialog.cpp" line="198"/>
        <source>Duplicate %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/newresourcedialog.cpp" line="64"/>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/newresourcedialog.cpp" line="94"/>
        <source>Namespace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/newresourcedialog.cpp" line="100"/>
        <source>&amp;Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/newresourcedialog.cpp" line="101"/>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/newresourcedialog.cpp" line="102"/>
        <source>Name&amp;space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/newresourcedialog.cpp" line="103"/>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/newresourcedialog.cpp" line="183"/>
        <source>Comments stay with the original.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/newresourcedialog.cpp" line="186"/>
        <source>%1 is there already; the resource goes to its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/newresourcedialog.cpp" line="199"/>
        <source>New %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::OriginBox</name>
    <message>
        <location filename="../views/request/originbox.cpp" line="55"/>
        <location filename="../views/request/originbox.cpp" line="57"/>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/originbox.cpp" line="56"/>
        <source>Where the request starts: a gateway, a workload, a client in a namespace, or outside the mesh</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::OutlineTree</name>
    <message>
        <location filename="../views/editor/outlinetree.cpp" line="38"/>
        <source>Outline</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::PageRail</name>
    <message>
        <location filename="../views/window/pagerail.cpp" line="74"/>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/pagerail.cpp" line="85"/>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/pagerail.cpp" line="86"/>
        <source>Topology</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/pagerail.cpp" line="87"/>
        <source>Editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/pagerail.cpp" line="88"/>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/pagerail.cpp" line="89"/>
        <source>Explain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/pagerail.cpp" line="90"/>
        <source>Learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/pagerail.cpp" line="108"/>
        <location filename="../views/window/pagerail.cpp" line="109"/>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::PartChip</name>
    <message>
        <location filename="../views/request/partchip.cpp" line="28"/>
        <source>Enter edits it, Delete takes it out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::PatchView</name>
    <message>
        <location filename="../views/start/patchview.cpp" line="52"/>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::PictureBar</name>
    <message>
        <location filename="../views/topology/picturebar.cpp" line="131"/>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/picturebar.cpp" line="132"/>
        <source>Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/picturebar.cpp" line="139"/>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/picturebar.cpp" line="147"/>
        <source>&amp;Whole mesh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/picturebar.cpp" line="148"/>
        <source>&amp;Overview of namespaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/picturebar.cpp" line="149"/>
        <location filename="../views/topology/picturebar.cpp" line="259"/>
        <source>&amp;Around the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../views/topology/picturebar.cpp" line="151"/>
        <source>%n hop(s)</source>
        <translation>
            <numerusform>%n hop</numerusform>
            <numerusform>%n hops</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../views/topology/picturebar.cpp" line="154"/>
        <source>&amp;Changed and 2 hops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/picturebar.cpp" line="155"/>
        <source>One &amp;namespace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/picturebar.cpp" line="158"/>
        <source>Open all &amp;groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/picturebar.cpp" line="159"/>
        <source>Close all g&amp;roups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/picturebar.cpp" line="160"/>
        <source>Arrange aga&amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/picturebar.cpp" line="167"/>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/picturebar.cpp" line="189"/>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/picturebar.cpp" line="205"/>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/picturebar.cpp" line="214"/>
        <source>Zoom to 100 % (0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/picturebar.cpp" line="218"/>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/picturebar.cpp" line="220"/>
        <source>Fit the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/picturebar.cpp" line="222"/>
        <source>Minimap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/picturebar.cpp" line="225"/>
        <source>Legend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/picturebar.cpp" line="232"/>
        <source>Export, print, list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/picturebar.cpp" line="239"/>
        <source>Export as &amp;SVG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/picturebar.cpp" line="240"/>
        <source>Export as P&amp;NG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/picturebar.cpp" line="242"/>
        <source>%1 x…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/picturebar.cpp" line="246"/>
        <source>Export as &amp;PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/picturebar.cpp" line="247"/>
        <source>Export as &amp;DOT…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/picturebar.cpp" line="249"/>
        <source>P&amp;rint…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/picturebar.cpp" line="251"/>
        <source>Topology as &amp;list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/picturebar.cpp" line="259"/>
        <source>&amp;Around %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/picturebar.cpp" line="289"/>
        <source>Ask for a request on the page Request first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/picturebar.cpp" line="294"/>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/picturebar.cpp" line="295"/>
        <source>Zoom %1 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::PreviewForm</name>
    <message>
        <location filename="../views/inspector/previewform.cpp" line="30"/>
        <source>Add preview route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/previewform.cpp" line="35"/>
        <source>Asked for by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/previewform.cpp" line="36"/>
        <source>Header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/previewform.cpp" line="36"/>
        <source>Cookie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/previewform.cpp" line="38"/>
        <source>Name of the header or cookie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/previewform.cpp" line="40"/>
        <source>How the value is compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/previewform.cpp" line="41"/>
        <source>exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/previewform.cpp" line="41"/>
        <source>regex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/previewform.cpp" line="43"/>
        <location filename="../views/inspector/previewform.cpp" line="71"/>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/previewform.cpp" line="69"/>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/previewform.cpp" line="70"/>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/previewform.cpp" line="72"/>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/previewform.cpp" line="76"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/previewform.cpp" line="126"/>
        <source>Comes before %1: requests with this header go to one destination, all others as before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/previewform.cpp" line="127"/>
        <source>Comes before %1: requests with this cookie go to one destination, all others as before.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::ReachModel</name>
    <message>
        <location filename="../views/reach/reachmodel.cpp" line="43"/>
        <source>%1: no request goes this way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/reach/reachmodel.cpp" line="45"/>
        <source>%1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/reach/reachmodel.cpp" line="93"/>
        <source>Caller</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::ReachWindow</name>
    <message>
        <location filename="../views/reach/reachwindow.cpp" line="61"/>
        <location filename="../views/reach/reachwindow.cpp" line="182"/>
        <source>Who can reach whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/reach/reachwindow.cpp" line="108"/>
        <source>Callers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/reach/reachwindow.cpp" line="109"/>
        <source>Targets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/reach/reachwindow.cpp" line="112"/>
        <source>Only what is &amp;kept from something</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/reach/reachwindow.cpp" line="119"/>
        <source>&amp;Whole mesh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/reach/reachwindow.cpp" line="147"/>
        <source>Filter: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/reach/reachwindow.cpp" line="161"/>
        <source>E&amp;xport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/reach/reachwindow.cpp" line="162"/>
        <source>What is shown, for other programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/reach/reachwindow.cpp" line="166"/>
        <source>&amp;Copy as Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/reach/reachwindow.cpp" line="171"/>
        <source>C&amp;SV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/reach/reachwindow.cpp" line="171"/>
        <source>CSV (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/reach/reachwindow.cpp" line="172"/>
        <source>&amp;Markdown…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/reach/reachwindow.cpp" line="172"/>
        <source>Markdown (*.md)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/reach/reachwindow.cpp" line="173"/>
        <source>&amp;JSON…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/reach/reachwindow.cpp" line="173"/>
        <source>JSON (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/reach/reachwindow.cpp" line="209"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/reach/reachwindow.cpp" line="296"/>
        <source>Open a repository to see who can reach whom in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/reach/reachwindow.cpp" line="298"/>
        <source>Nothing was asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/reach/reachwindow.cpp" line="300"/>
        <source>Requests are asked for…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/reach/reachwindow.cpp" line="302"/>
        <source>No request goes there in these files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/reach/reachwindow.cpp" line="304"/>
        <source>No caller or target matches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/reach/reachwindow.cpp" line="308"/>
        <source>Cancelled; this is what was there before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/reach/reachwindow.cpp" line="310"/>
        <source>%1 callers, %2 targets; %3 requests were evaluated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/reach/reachwindow.cpp" line="321"/>
        <source>Requests are derived…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/reach/reachwindow.cpp" line="321"/>
        <source>Host %1 of %2…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/reach/reachwindow.cpp" line="335"/>
        <source>This is a default of Istio.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/reach/reachwindow.cpp" line="351"/>
        <source>Copied %1 callers as Markdown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/reach/reachwindow.cpp" line="356"/>
        <source>Export who can reach whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/reach/reachwindow.cpp" line="363"/>
        <source>Exported to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/reach/reachwindow.cpp" line="365"/>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::ReachWiring</name>
    <message>
        <location filename="../views/window/reachwiring.cpp" line="69"/>
        <source>Who can reach %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/reachwiring.cpp" line="82"/>
        <source>What can %1 reach?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::RecentList</name>
    <message>
        <location filename="../views/start/recentlist.cpp" line="140"/>
        <source>clean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/recentlist.cpp" line="203"/>
        <source>Nothing here yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::RenameDialog</name>
    <message>
        <location filename="../views/inspector/operations/renamedialog.cpp" line="34"/>
        <source>Rename subset %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/renamedialog.cpp" line="36"/>
        <source>Rename listener %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/renamedialog.cpp" line="38"/>
        <source>Rename server port %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/renamedialog.cpp" line="40"/>
        <source>Rename route %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/renamedialog.cpp" line="42"/>
        <source>Rename port %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/renamedialog.cpp" line="44"/>
        <source>Change port %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/renamedialog.cpp" line="46"/>
        <source>Change port %1 of the pods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/renamedialog.cpp" line="50"/>
        <source>Rename %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/renamedialog.cpp" line="81"/>
        <source>What changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/renamedialog.cpp" line="88"/>
        <source>New &amp;name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/renamedialog.cpp" line="88"/>
        <source>&amp;New port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/renamedialog.cpp" line="93"/>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/renamedialog.cpp" line="93"/>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/renamedialog.cpp" line="126"/>
        <source>Nothing in this environment refers to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/renamedialog.cpp" line="128"/>
        <source>1 reference follows, in the same step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/renamedialog.cpp" line="130"/>
        <source>%1 references follow, all in one step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/renamedialog.cpp" line="134"/>
        <source>%1:%2 goes by the old name, is not part of this environment, and stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/renamedialog.cpp" line="152"/>
        <source>Rename %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/renamedialog.cpp" line="152"/>
        <source>Change port %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::RequestBar</name>
    <message>
        <location filename="../views/request/requestbar.cpp" line="51"/>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/requestbar.cpp" line="58"/>
        <location filename="../views/request/requestbar.cpp" line="160"/>
        <source>Explain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/requestbar.cpp" line="73"/>
        <location filename="../views/request/requestbar.cpp" line="74"/>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/requestbar.cpp" line="87"/>
        <source>Header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/requestbar.cpp" line="88"/>
        <source>Add a header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/requestbar.cpp" line="89"/>
        <source>Add a header, a claim of a token or the caller&apos;s address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/requestbar.cpp" line="93"/>
        <source>&amp;Header…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/requestbar.cpp" line="94"/>
        <source>&amp;Claim of a token…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/requestbar.cpp" line="95"/>
        <source>Caller&apos;s &amp;IP address…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/requestbar.cpp" line="101"/>
        <source>What happens to this request (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/requestbar.cpp" line="111"/>
        <source>Copy as curl command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/requestbar.cpp" line="115"/>
        <location filename="../views/request/requestbar.cpp" line="446"/>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/requestbar.cpp" line="116"/>
        <source>Saved requests and those that were asked last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/requestbar.cpp" line="216"/>
        <source>“%1” is no address. One looks like https://reviews.example.com/api.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/requestbar.cpp" line="288"/>
        <source>Further parts of the request: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/requestbar.cpp" line="295"/>
        <source>&amp;Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/requestbar.cpp" line="296"/>
        <source>&amp;Take out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/requestbar.cpp" line="325"/>
        <source>name: value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/requestbar.cpp" line="326"/>
        <source>Header, as name: value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/requestbar.cpp" line="338"/>
        <source>claim = value, such as sub = alice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/requestbar.cpp" line="339"/>
        <source>Claim of the token, as name = value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/requestbar.cpp" line="342"/>
        <source>203.0.113.7</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/requestbar.cpp" line="343"/>
        <source>IP address of the caller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/requestbar.cpp" line="443"/>
        <source>&amp;Forget this request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/requestbar.cpp" line="444"/>
        <source>&amp;Save this request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/requestbar.cpp" line="448"/>
        <source>Asked last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/requestbar.cpp" line="461"/>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::RequestExamples</name>
    <message>
        <location filename="../views/request/requestexamples.cpp" line="66"/>
        <source>Say where a request starts and where it goes, and press Enter. Every decision on its way is listed here, with the line of YAML that makes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/requestexamples.cpp" line="70"/>
        <source>For example:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::RequestPage</name>
    <message>
        <location filename="../views/request/requestpage.cpp" line="122"/>
        <location filename="../views/request/requestpage.cpp" line="133"/>
        <source>What the proxies decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/requestpage.cpp" line="126"/>
        <source>J / K moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/requestpage.cpp" line="168"/>
        <source>Open in editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/requestpage.cpp" line="370"/>
        <source>1 step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/requestpage.cpp" line="370"/>
        <source>%1 steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/requestpage.cpp" line="416"/>
        <source>Istio&apos;s own doing: no line of YAML says it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/requestpage.cpp" line="423"/>
        <source>step %1, line %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/requestpage.cpp" line="424"/>
        <source>step %1, lines %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/requestpage.cpp" line="457"/>
        <source>Save request as test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/requestpage.cpp" line="464"/>
        <source>Saved as test “%1” in %2; it expects what is answered now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/requestpage.cpp" line="468"/>
        <source>Open it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::RequestPicture</name>
    <message>
        <location filename="../views/request/requestpicture.cpp" line="29"/>
        <location filename="../views/request/requestpicture.cpp" line="121"/>
        <source>Path of the request, others faded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/requestpicture.cpp" line="50"/>
        <source>Light up the path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/requestpicture.cpp" line="51"/>
        <source>Show the whole path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/requestpicture.cpp" line="52"/>
        <source>Show it on the topology page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/requestpicture.cpp" line="64"/>
        <location filename="../views/request/requestpicture.cpp" line="120"/>
        <source>Path of the request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/requestpicture.cpp" line="66"/>
        <source>The picture is being made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/requestpicture.cpp" line="122"/>
        <source>Nothing of the path is on the picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::RequestWiring</name>
    <message>
        <location filename="../views/window/requestwiring.cpp" line="78"/>
        <source>Answered from files in %1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/requestwiring.cpp" line="133"/>
        <source>Nothing in these files sends requests there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::ResourceActions</name>
    <message>
        <location filename="../views/inspector/operations/resourceactions.cpp" line="44"/>
        <source>&amp;New resource…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/resourceactions.cpp" line="45"/>
        <source>D&amp;uplicate…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/resourceactions.cpp" line="46"/>
        <source>R&amp;ename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/resourceactions.cpp" line="47"/>
        <source>Change &amp;port…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/resourceactions.cpp" line="48"/>
        <source>&amp;Move to namespace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/resourceactions.cpp" line="49"/>
        <source>De&amp;lete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/resourceactions.cpp" line="50"/>
        <source>&amp;Where used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/resourceactions.cpp" line="51"/>
        <source>Wh&amp;y not? Explain a request to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/resourceactions.cpp" line="52"/>
        <source>Who can reac&amp;h this…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/resourceactions.cpp" line="53"/>
        <source>What c&amp;an this reach…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/operations/resourceactions.cpp" line="54"/>
        <source>H&amp;istory of its meaning…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::ResourceForm</name>
    <message>
        <location filename="../views/inspector/form/resourceform.cpp" line="125"/>
        <source>For one resource at a time: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/form/resourceform.cpp" line="306"/>
        <source>%1 resources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/form/resourceform.cpp" line="307"/>
        <source>%1 in %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::ReviewBar</name>
    <message>
        <location filename="../views/review/reviewbar.cpp" line="35"/>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewbar.cpp" line="39"/>
        <source>Export review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewbar.cpp" line="41"/>
        <source>Next change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewbar.cpp" line="58"/>
        <location filename="../views/review/reviewbar.cpp" line="229"/>
        <source>Base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewbar.cpp" line="59"/>
        <location filename="../views/review/reviewbar.cpp" line="229"/>
        <source>Head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewbar.cpp" line="72"/>
        <source>N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewbar.cpp" line="93"/>
        <source>working tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewbar.cpp" line="96"/>
        <source>index (staged)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewbar.cpp" line="100"/>
        <source>request %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewbar.cpp" line="147"/>
        <source>From the commit where the two part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewbar.cpp" line="147"/>
        <source>From one end to the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewbar.cpp" line="180"/>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewbar.cpp" line="184"/>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewbar.cpp" line="192"/>
        <source>Stashes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewbar.cpp" line="201"/>
        <source>Another revision…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewbar.cpp" line="203"/>
        <source>Pull request…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewbar.cpp" line="206"/>
        <source>From where the two part (…)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewbar.cpp" line="230"/>
        <source>A commit, branch, tag, stash or any revision that Git knows:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewbar.cpp" line="247"/>
        <source>Pull request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewbar.cpp" line="248"/>
        <source>Number of the pull or merge request. It is fetched from the remote; no branch changes:</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../views/review/reviewbar.cpp" line="273"/>
        <location filename="../views/review/reviewbar.cpp" line="281"/>
        <source>%n files</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../views/review/reviewbar.cpp" line="280"/>
        <source>%n commits, </source>
        <translation>
            <numerusform>%n commit, </numerusform>
            <numerusform>%n commits, </numerusform>
        </translation>
    </message>
    <message>
        <location filename="../views/review/reviewbar.cpp" line="287"/>
        <source>author declared %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::ReviewFindings</name>
    <message>
        <location filename="../views/review/reviewfindings.cpp" line="23"/>
        <source>Findings in this change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewfindings.cpp" line="69"/>
        <source>none new, none mended</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../views/review/reviewfindings.cpp" line="71"/>
        <source>%n unchanged</source>
        <translation>
            <numerusform>%n unchanged</numerusform>
            <numerusform>%n unchanged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../views/review/reviewfindings.cpp" line="75"/>
        <source>This changes what decides which findings count. They are judged by the base; %n would be hidden.</source>
        <translation>
            <numerusform>This changes what decides which findings count. They are judged by the base; %n would be hidden.</numerusform>
            <numerusform>This changes what decides which findings count. They are judged by the base; %n would be hidden.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../views/review/reviewfindings.cpp" line="86"/>
        <source>mended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewfindings.cpp" line="86"/>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::ReviewFooter</name>
    <message>
        <location filename="../views/review/reviewfooter.cpp" line="76"/>
        <source>What the proxies receive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewfooter.cpp" line="77"/>
        <source>Who approves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewfooter.cpp" line="78"/>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewfooter.cpp" line="79"/>
        <source>Split into pull requests…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewfooter.cpp" line="81"/>
        <source>Stacked branches, one a step: merged together all of it would arrive at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewfooter.cpp" line="82"/>
        <source>Rollback plan…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewfooter.cpp" line="84"/>
        <source>Runbook…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewfooter.cpp" line="86"/>
        <source>Break glass: every command for making this very change by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewfooter.cpp" line="188"/>
        <source>Working it out…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewfooter.cpp" line="193"/>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewfooter.cpp" line="225"/>
        <source>%1 changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewfooter.cpp" line="234"/>
        <source>These stay as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../views/review/reviewfooter.cpp" line="267"/>
        <source>%n needed</source>
        <translation>
            <numerusform>%n needed</numerusform>
            <numerusform>%n needed</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../views/review/reviewfooter.cpp" line="269"/>
        <source>Nobody owns what changes; the process of its tier holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewfooter.cpp" line="297"/>
        <source>asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewfooter.cpp" line="298"/>
        <source>needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewfooter.cpp" line="299"/>
        <source>%1 needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewfooter.cpp" line="325"/>
        <source>waves disagree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewfooter.cpp" line="325"/>
        <source>waves agree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewfooter.cpp" line="327"/>
        <source>No order matters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewfooter.cpp" line="338"/>
        <source>%1 goes away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewfooter.cpp" line="356"/>
        <source>Rollback: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::ReviewModel</name>
    <message numerus="yes">
        <location filename="../views/review/reviewmodel.cpp" line="151"/>
        <source>%n without meaning (comments, key order)</source>
        <translation>
            <numerusform>%n without meaning (comments, key order)</numerusform>
            <numerusform>%n without meaning (comments, key order)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../views/review/reviewmodel.cpp" line="154"/>
        <source>%n of versions only</source>
        <translation>
            <numerusform>%n of versions only</numerusform>
            <numerusform>%n of versions only</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../views/review/reviewmodel.cpp" line="157"/>
        <source>%n in generated files</source>
        <translation>
            <numerusform>%n in generated files</numerusform>
            <numerusform>%n in generated files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../views/review/reviewmodel.cpp" line="179"/>
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshdraft::views::ReviewPage</name>
    <message>
        <location filename="../views/review/reviewpageparts.cpp" line="117"/>
        <location filename="../views/review/reviewpageparts.cpp" line="130"/>
        <source>Changes by risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewpage.cpp" line="104"/>
        <source>Fetching request %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewpage.cpp" line="105"/>
        <location filename="../views/review/reviewpage.cpp" line="117"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewpage.cpp" line="139"/>
        <location filename="../views/review/reviewpageparts.cpp" line="181"/>
        <location filename="../views/review/reviewpageparts.cpp" line="195"/>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewpageparts.cpp" line="237"/>
        <source>Markdown, for a comment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewpageparts.cpp" line="238"/>
        <source>HTML, one file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewpageparts.cpp" line="239"/>
        <source>Notes as review comments (JSON)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewpage.cpp" line="116"/>
        <location filename="../views/review/reviewpage.cpp" line="230"/>
        <source>Reading both states…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewpage.cpp" line="116"/>
        <source>Asking requests of both states…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewpage.cpp" line="138"/>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../views/review/reviewpage.cpp" line="206"/>
        <source>%n files have edits that are not saved. They are not in this review.</source>
        <translation>
            <numerusform>%n file has edits that are not saved. They are not in this review.</numerusform>
            <numerusform>%n files have edits that are not saved. They are not in this review.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../views/review/reviewpage.cpp" line="207"/>
        <source>Save files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewpage.cpp" line="231"/>
        <source>Choose a base and a head above: two branches, tags or commits, the index or the working tree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewpage.cpp" line="234"/>
        <source>Both are the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../views/review/reviewpage.cpp" line="236"/>
        <source>Nothing of the mesh in %1 differs. %n files do.</source>
        <translation>
            <numerusform>Nothing of the mesh in %1 differs. %n file does.</numerusform>
            <numerusform>Nothing of the mesh in %1 differs. %n files do.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../views/review/reviewpage.cpp" line="246"/>
        <source>%1 of %2 viewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewpage.cpp" line="306"/>
        <source>That was the last change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewpage.cpp" line="306"/>
        <source>This is the first change.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::ReviewPicture</name>
    <message>
        <location filename="../views/review/reviewpicture.cpp" line="72"/>
        <source>Line between before and after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewpicture.cpp" line="138"/>
        <source>Topology before and after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewpicture.cpp" line="140"/>
        <source>Topology after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewpicture.cpp" line="143"/>
        <location filename="../views/review/reviewpicture.cpp" line="272"/>
        <source>Choose two states of the repository to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewpicture.cpp" line="187"/>
        <source>What the picture shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewpicture.cpp" line="189"/>
        <source>Overlay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewpicture.cpp" line="189"/>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewpicture.cpp" line="189"/>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewpicture.cpp" line="189"/>
        <source>Swipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewpicture.cpp" line="190"/>
        <source>O, B, A, S</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewpicture.cpp" line="193"/>
        <source>added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewpicture.cpp" line="193"/>
        <source>removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewpicture.cpp" line="193"/>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewpicture.cpp" line="215"/>
        <source>How much around the changes is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewpicture.cpp" line="218"/>
        <source>Changed resources only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewpicture.cpp" line="219"/>
        <source>and what is one step away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewpicture.cpp" line="220"/>
        <source>and what is two steps away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewpicture.cpp" line="221"/>
        <source>The whole mesh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewpicture.cpp" line="235"/>
        <source>Show the whole picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewpicture.cpp" line="237"/>
        <source>Legend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewpicture.cpp" line="271"/>
        <source>Drawing both states…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewpicture.cpp" line="330"/>
        <source>Nothing of the mesh differs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewpicture.cpp" line="331"/>
        <source>What differs is not on the picture.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::ReviewWiring</name>
    <message>
        <location filename="../views/window/reviewwiring.cpp" line="69"/>
        <source>%1 is not among the files that are checked out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/reviewwiring.cpp" line="89"/>
        <source>Open a repository first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/reviewwiring.cpp" line="115"/>
        <source>The review is in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/reviewwiring.cpp" line="116"/>
        <source>%1 could not be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/reviewwiring.cpp" line="123"/>
        <source>The review is not complete yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/reviewwiring.cpp" line="127"/>
        <source>Export review</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::ReviewYaml</name>
    <message>
        <location filename="../views/review/reviewyaml.cpp" line="70"/>
        <source>Viewe&amp;d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewyaml.cpp" line="71"/>
        <source>Note…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewyaml.cpp" line="81"/>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewyaml.cpp" line="115"/>
        <source>Form of the difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewyaml.cpp" line="117"/>
        <source>Unified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewyaml.cpp" line="117"/>
        <source>Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewyaml.cpp" line="135"/>
        <source>V</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewyaml.cpp" line="139"/>
        <source>M: a note on the line that was clicked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewyaml.cpp" line="249"/>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewyaml.cpp" line="250"/>
        <source>Note on %1, line %2%3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewyaml.cpp" line="253"/>
        <location filename="../views/review/reviewyaml.cpp" line="271"/>
        <source> (before)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/reviewyaml.cpp" line="271"/>
        <source>line %1%2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::RiskPanel</name>
    <message>
        <location filename="../views/changes/riskpanel.cpp" line="89"/>
        <source>1 host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/riskpanel.cpp" line="89"/>
        <source>%1 hosts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/riskpanel.cpp" line="90"/>
        <source>1 namespace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/riskpanel.cpp" line="90"/>
        <source>%1 namespaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/riskpanel.cpp" line="91"/>
        <source>1 workload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/riskpanel.cpp" line="91"/>
        <source>%1 workloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/riskpanel.cpp" line="109"/>
        <source>rules:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/riskpanel.cpp" line="111"/>
        <source>Touches</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::RollbackChoice</name>
    <message>
        <location filename="../views/undo/rollbackchoice.cpp" line="77"/>
        <source>How to go back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackchoice.cpp" line="78"/>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackchoice.cpp" line="78"/>
        <source>Go back to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackchoice.cpp" line="79"/>
        <source>Take a commit or range back, or go back to a commit that was good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackchoice.cpp" line="84"/>
        <source>A commit, or A..B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackchoice.cpp" line="85"/>
        <source>Commit or range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackchoice.cpp" line="90"/>
        <source>How much of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackchoice.cpp" line="98"/>
        <source>How much</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::RollbackConflicts</name>
    <message>
        <location filename="../views/undo/rollbackconflicts.cpp" line="43"/>
        <source>Bring it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackconflicts.cpp" line="43"/>
        <source>Leave it away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackconflicts.cpp" line="47"/>
        <source>(not there)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackconflicts.cpp" line="48"/>
        <source>Before: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackconflicts.cpp" line="48"/>
        <source>Now: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackconflicts.cpp" line="50"/>
        <source>As it was before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackconflicts.cpp" line="50"/>
        <source>As it is now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::RollbackDialog</name>
    <message>
        <location filename="../views/undo/rollbackdialog.cpp" line="45"/>
        <source>%1 (goes away)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackdialog.cpp" line="48"/>
        <source>%1 (comes back)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackdialog.cpp" line="50"/>
        <source>%1 (merged with later changes)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackdialog.cpp" line="59"/>
        <source>Rollback plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackdialog.cpp" line="62"/>
        <source>A branch on HEAD with one commit. Nothing is pushed; your branch, files and pending edits stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackdialog.cpp" line="64"/>
        <source>Make branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackdialog.cpp" line="94"/>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackdialog.cpp" line="120"/>
        <source>Branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackdialog.cpp" line="149"/>
        <source>Files that the rollback changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackdialog.cpp" line="171"/>
        <source>Difference to HEAD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackdialog.cpp" line="188"/>
        <source>cannot be worked out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackdialog.cpp" line="286"/>
        <source>No later commit touched it: these are the very bytes from before</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../views/undo/rollbackdialog.cpp" line="295"/>
        <source>%n files change</source>
        <translation>
            <numerusform>%n file changes</numerusform>
            <numerusform>%n files change</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackdialog.cpp" line="319"/>
        <source>Only %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackdialog.cpp" line="377"/>
        <source>Planning…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackdialog.cpp" line="380"/>
        <source>Working out what it does to the mesh…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackdialog.cpp" line="383"/>
        <source>Looking for ways to mend…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackdialog.cpp" line="384"/>
        <source>looking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackdialog.cpp" line="388"/>
        <source>Stopped. Press Enter in the field to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackdialog.cpp" line="390"/>
        <source>Choose a commit, or write a range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackdialog.cpp" line="395"/>
        <source>Decide each place that was changed later as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackdialog.cpp" line="415"/>
        <source>Making the branch. Hooks and signing take the time that they need.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::RollbackEffects</name>
    <message>
        <location filename="../views/undo/rollbackeffects.cpp" line="53"/>
        <source>Changed later as well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackeffects.cpp" line="54"/>
        <source>Risk of going back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackeffects.cpp" line="55"/>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackeffects.cpp" line="56"/>
        <source>Requests whose fate changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackeffects.cpp" line="57"/>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackeffects.cpp" line="58"/>
        <source>Ways to mend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackeffects.cpp" line="59"/>
        <source>Argo CD and Flux</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackeffects.cpp" line="60"/>
        <source>Takes back</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../views/undo/rollbackeffects.cpp" line="97"/>
        <source>%n to decide</source>
        <translation>
            <numerusform>%n to decide</numerusform>
            <numerusform>%n to decide</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackeffects.cpp" line="97"/>
        <source>all decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../views/undo/rollbackeffects.cpp" line="107"/>
        <source>%n commits</source>
        <translation>
            <numerusform>%n commit</numerusform>
            <numerusform>%n commits</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackeffects.cpp" line="118"/>
        <source>All of it can arrive at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackeffects.cpp" line="119"/>
        <source>does not matter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackeffects.cpp" line="130"/>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackeffects.cpp" line="167"/>
        <source>Nothing of the mesh changes in this environment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackeffects.cpp" line="180"/>
        <source>New: %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackeffects.cpp" line="187"/>
        <source>Mended: %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackeffects.cpp" line="192"/>
        <source>The findings stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackeffects.cpp" line="194"/>
        <source>%1 new, %2 mended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackeffects.cpp" line="207"/>
        <source>Every request ends where it ends now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackeffects.cpp" line="218"/>
        <source>%1 does not sync by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackeffects.cpp" line="222"/>
        <source>%1 heals itself: it undoes a change by hand at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackeffects.cpp" line="223"/>
        <source>%1 undoes a change by hand with its next sync.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackeffects.cpp" line="229"/>
        <source>Before a change by hand:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackeffects.cpp" line="231"/>
        <source>When the branch is merged:</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../views/undo/rollbackeffects.cpp" line="234"/>
        <source>%n deliver these files</source>
        <translation>
            <numerusform>%n delivers these files</numerusform>
            <numerusform>%n deliver these files</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../views/undo/rollbackeffects.cpp" line="249"/>
        <source>nothing is lost</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::RouteChooser</name>
    <message>
        <location filename="../views/inspector/routechooser.cpp" line="34"/>
        <location filename="../views/inspector/routechooser.cpp" line="54"/>
        <location filename="../views/inspector/routechooser.cpp" line="56"/>
        <source>Route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/routechooser.cpp" line="47"/>
        <source>Add preview route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/routechooser.cpp" line="83"/>
        <source>Add a preview route before this one, by header or cookie</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::RouteListPanel</name>
    <message>
        <location filename="../views/topology/routelistpanel.cpp" line="78"/>
        <source>Topology as list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/routelistpanel.cpp" line="103"/>
        <source>Filter the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/routelistpanel.cpp" line="104"/>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::RouteTools</name>
    <message>
        <location filename="../views/inspector/routetools.cpp" line="51"/>
        <source>Canary plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/routetools.cpp" line="98"/>
        <source>Remove %1 from %2</source>
        <extracomment>An undo step; %1 is a destination of a route, %2 the name of its resource.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/routetools.cpp" line="114"/>
        <source>Add preview route to %1</source>
        <extracomment>An undo step; %1 is the name of a VirtualService or route resource.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/routetools.cpp" line="122"/>
        <source>Change mirror of %1</source>
        <extracomment>An undo step; %1 is the name of a VirtualService or route resource.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/routetools.cpp" line="209"/>
        <source>This route sees no headers, so that nobody can ask for a preview.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/routetools.cpp" line="221"/>
        <source>Open %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/routetools.cpp" line="267"/>
        <source>Add %1 to %2</source>
        <extracomment>An undo step; %1 is a destination of a route, %2 the name of its resource.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/routetools.cpp" line="296"/>
        <source>read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/routetools.cpp" line="303"/>
        <source>A plan needs a second destination. Add one above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/routetools.cpp" line="304"/>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/routetools.cpp" line="380"/>
        <source>All traffic goes there already.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::RunbookWindow</name>
    <message>
        <location filename="../views/undo/runbookwindow.cpp" line="96"/>
        <source>Runbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/runbookwindow.cpp" line="100"/>
        <source>The runbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/runbookwindow.cpp" line="133"/>
        <source>Making this &amp;change by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/runbookwindow.cpp" line="136"/>
        <source>Two commits, as main..hotfix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/runbookwindow.cpp" line="155"/>
        <source>&amp;What is done, and why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/runbookwindow.cpp" line="159"/>
        <source>Add the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/runbookwindow.cpp" line="161"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/runbookwindow.cpp" line="190"/>
        <source>&amp;Record the emergency…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/runbookwindow.cpp" line="191"/>
        <source>A file in the repository that stays open for 24 hours, until the pull request follows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/runbookwindow.cpp" line="195"/>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/runbookwindow.cpp" line="196"/>
        <source>C&amp;opy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/runbookwindow.cpp" line="197"/>
        <source>The runbook as Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/runbookwindow.cpp" line="198"/>
        <source>&amp;Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/runbookwindow.cpp" line="199"/>
        <source>&amp;Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/runbookwindow.cpp" line="219"/>
        <source>Copied as Markdown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/runbookwindow.cpp" line="309"/>
        <source>Reading both states…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/runbookwindow.cpp" line="310"/>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/runbookwindow.cpp" line="311"/>
        <source>Nothing of this is run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/runbookwindow.cpp" line="330"/>
        <source>Record an emergency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/runbookwindow.cpp" line="335"/>
        <source>The record %1 is a pending change. Commit and push it, so that everybody sees it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/runbookwindow.cpp" line="337"/>
        <source>Commit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/runbookwindow.cpp" line="347"/>
        <source>Save the runbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/runbookwindow.cpp" line="347"/>
        <source>Markdown (*.md)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/undo/runbookwindow.cpp" line="354"/>
        <source>Saved as %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::Screens</name>
    <message>
        <location filename="../views/screens/screens.cpp" line="71"/>
        <source>screens: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/screens/screens.cpp" line="93"/>
        <location filename="../views/screens/screens.cpp" line="96"/>
        <source>the picture did not appear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/screens/screens.cpp" line="122"/>
        <source>%1 %2/%3 is not in the mesh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/screens/screens.cpp" line="153"/>
        <source>the editor does not open the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/screens/screens.cpp" line="178"/>
        <source>the request was not answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/screens/screens.cpp" line="193"/>
        <source>the flows did not appear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/screens/screens.cpp" line="208"/>
        <source>nobody reaches anybody</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::Script</name>
    <message>
        <location filename="../views/window/script.cpp" line="52"/>
        <source>%1 cannot be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/script.cpp" line="109"/>
        <source>%1 cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::SeverityCounts</name>
    <message>
        <location filename="../views/common/severitycounts.cpp" line="38"/>
        <source>%1 errors, %2 warnings, %3 notes, %4 cannot be told</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::ShortcutSheet</name>
    <message>
        <location filename="../views/window/shortcutsheet.cpp" line="18"/>
        <source>Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/shortcutsheet.cpp" line="29"/>
        <source>Arrows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/shortcutsheet.cpp" line="29"/>
        <source>In the picture: along edges and among siblings; on a slider: by 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/shortcutsheet.cpp" line="30"/>
        <source>Enter, Backspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/shortcutsheet.cpp" line="30"/>
        <source>In the picture: open a group, close it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/shortcutsheet.cpp" line="31"/>
        <source>In the picture: hide the selection, show only it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/shortcutsheet.cpp" line="32"/>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/shortcutsheet.cpp" line="32"/>
        <source>In the picture: select more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/shortcutsheet.cpp" line="33"/>
        <source>In the picture: zoom in, out, to 100 %, fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/shortcutsheet.cpp" line="34"/>
        <source>Page up, Page down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/shortcutsheet.cpp" line="34"/>
        <source>On a slider: by 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/shortcutsheet.cpp" line="35"/>
        <source>On a slider: lock or free the weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/shortcutsheet.cpp" line="36"/>
        <source>0 to 9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/shortcutsheet.cpp" line="36"/>
        <source>On a slider: type the weight</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::SourceChoiceDialog</name>
    <message>
        <location filename="../views/changes/sourcechoicedialog.cpp" line="32"/>
        <source>In %1, where the value is decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/sourcechoicedialog.cpp" line="34"/>
        <source>In %1, the patch of this environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/sourcechoicedialog.cpp" line="36"/>
        <source>In a new patch of this environment, at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/sourcechoicedialog.cpp" line="44"/>
        <source>Changes this environment only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/sourcechoicedialog.cpp" line="56"/>
        <source>Changes this environment and also %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/sourcechoicedialog.cpp" line="57"/>
        <source>Changes %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/sourcechoicedialog.cpp" line="69"/>
        <source>Where to write it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/sourcechoicedialog.cpp" line="73"/>
        <source>%1 is rendered by Kustomize from several files. The edit is shown; choose the file that it goes to. Each way was tried by rendering every environment that uses the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/sourcechoicedialog.cpp" line="85"/>
        <source>Give up the edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/sourcechoicedialog.cpp" line="87"/>
        <source>Write here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/sourcechoicedialog.cpp" line="107"/>
        <source>Where the value is decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/sourcechoicedialog.cpp" line="108"/>
        <source>In a patch of this environment</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::SplitCompare</name>
    <message>
        <location filename="../views/review/splitcompare.cpp" line="38"/>
        <source>old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/splitcompare.cpp" line="39"/>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/review/splitcompare.cpp" line="66"/>
        <source>%1, route %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::SplitDesigner</name>
    <message>
        <location filename="../views/inspector/splitdesigner.cpp" line="52"/>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/splitdesigner.cpp" line="53"/>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/splitdesigner.cpp" line="57"/>
        <source>Add destination</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/splitdesigner.cpp" line="58"/>
        <source>Revert split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/splitdesigner.cpp" line="66"/>
        <source>Put the weights of this route back to what the file holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/splitdesigner.cpp" line="78"/>
        <source>A subset or Service that is there, or a new subset with its DestinationRule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/splitdesigner.cpp" line="184"/>
        <source>total %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/splitdesigner.cpp" line="203"/>
        <source>Go there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/splitdesigner.cpp" line="289"/>
        <source>Step %1 of the plan: the sliders change the plan, not the file. %2 · %3</source>
        <extracomment>%1 is the number of a step, %2 and %3 are links.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/splitdesigner.cpp" line="290"/>
        <source>Use in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/splitdesigner.cpp" line="291"/>
        <source>Show the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/splitdesigner.cpp" line="307"/>
        <source>This route has a delegate; its split is set in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/splitdesigner.cpp" line="310"/>
        <source>This route redirects; it sends no request to a destination.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/splitdesigner.cpp" line="311"/>
        <source>This route answers by itself; it has no destination.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/splitdesigner.cpp" line="312"/>
        <source>This route has no destination.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/splitdesigner.cpp" line="319"/>
        <source>%1 has no weight in the file, which means 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/splitdesigner.cpp" line="320"/>
        <source>%1 has no weight in the file, which means 0 beside others.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::StackDialog</name>
    <message>
        <location filename="../views/commit/stackdialog.cpp" line="58"/>
        <source>Stacked branches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/stackdialog.cpp" line="61"/>
        <source>Nothing is pushed. Your branch, files and pending edits stay as they are; hooks and signing run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/stackdialog.cpp" line="62"/>
        <source>Make branches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/stackdialog.cpp" line="77"/>
        <source>Names start with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/stackdialog.cpp" line="85"/>
        <source>Branches, in the order of merging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/stackdialog.cpp" line="88"/>
        <source>Merge in this order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/stackdialog.cpp" line="137"/>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/stackdialog.cpp" line="136"/>
        <source>Difference to the branch below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/stackdialog.cpp" line="120"/>
        <source>Copy pull-request text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/stackdialog.cpp" line="122"/>
        <source>What the pull request of this branch says, as Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/stackdialog.cpp" line="149"/>
        <source>Finding where each step is written…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/stackdialog.cpp" line="170"/>
        <source>Not part of the plan, stays pending: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/stackdialog.cpp" line="210"/>
        <source>   then %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/stackdialog.cpp" line="287"/>
        <source>%1 (new)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/stackdialog.cpp" line="288"/>
        <source>%1 (deleted)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/stackdialog.cpp" line="318"/>
        <source>Making the branches. Hooks and signing take the time that they need.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/stackdialog.cpp" line="173"/>
        <source>Make 1 branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/stackdialog.cpp" line="174"/>
        <source>Make %1 branches</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::StackGuide</name>
    <message>
        <location filename="../views/commit/stackguide.cpp" line="34"/>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/stackguide.cpp" line="56"/>
        <source>Made %1. Push it and ask for a review.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/stackguide.cpp" line="57"/>
        <source>Made %1 branches, %2 to %3. Push them; merge them one by one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/stackguide.cpp" line="112"/>
        <source>Push</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/stackguide.cpp" line="112"/>
        <source>Push all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/stackguide.cpp" line="119"/>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/stackguide.cpp" line="60"/>
        <source>Copy names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/stackguide.cpp" line="62"/>
        <source>Copy pull-request texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/stackguide.cpp" line="87"/>
        <source>The branch is gone; nothing else has changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/stackguide.cpp" line="88"/>
        <source>The %1 branches are gone; nothing else has changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::StartPage</name>
    <message>
        <location filename="../views/start/startpage.cpp" line="71"/>
        <source>Drop a folder here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/startpage.cpp" line="91"/>
        <source>Drop a folder or a repository here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/startpage.cpp" line="143"/>
        <source>Meshdraft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/startpage.cpp" line="144"/>
        <source>See, change and review mesh configuration in Git</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/startpage.cpp" line="161"/>
        <source>Open repository…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/startpage.cpp" line="162"/>
        <source>A Git repository with Istio or Gateway API files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/startpage.cpp" line="164"/>
        <source>Open the sample mesh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/startpage.cpp" line="165"/>
        <source>An online shop with a canary ready to try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/startpage.cpp" line="170"/>
        <source>Found on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/startpage.cpp" line="171"/>
        <source>reads and writes repositories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/startpage.cpp" line="172"/>
        <source>not found; nothing can be opened without it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/startpage.cpp" line="173"/>
        <source>renders Kustomize overlays, offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/startpage.cpp" line="174"/>
        <source>not found, so overlays cannot be rendered. Plain directories work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/startpage.cpp" line="175"/>
        <source>not used yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/startpage.cpp" line="176"/>
        <source>not found; only live views will need it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/startpage.cpp" line="206"/>
        <source>looking for it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/startpage.cpp" line="228"/>
        <source>Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/startpage.cpp" line="231"/>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/startpage.cpp" line="232"/>
        <source>Filter recent repositories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/startpage.cpp" line="241"/>
        <source>Recent repositories</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::StatusContents</name>
    <message>
        <location filename="../views/window/statuscontents.cpp" line="44"/>
        <location filename="../views/window/statuscontents.cpp" line="60"/>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/statuscontents.cpp" line="125"/>
        <source>Everything here works from files; clusters come later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/statuscontents.cpp" line="191"/>
        <source>No cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/statuscontents.cpp" line="191"/>
        <source>Works from files; nothing is sent anywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/statuscontents.cpp" line="246"/>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/statuscontents.cpp" line="247"/>
        <source>Environment %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/statuscontents.cpp" line="259"/>
        <location filename="../views/window/statuscontents.cpp" line="335"/>
        <source>1 resource</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/statuscontents.cpp" line="259"/>
        <location filename="../views/window/statuscontents.cpp" line="335"/>
        <source>%1 resources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/statuscontents.cpp" line="261"/>
        <source>rendered</source>
        <extracomment>In the list of environments: it is made by Kustomize out of a base and patches.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/statuscontents.cpp" line="271"/>
        <source>What kubectl kustomize makes of this directory and its bases. Edits go to the files that decide the values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/statuscontents.cpp" line="279"/>
        <source>%1   cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/statuscontents.cpp" line="304"/>
        <source>Written for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/statuscontents.cpp" line="315"/>
        <source>No repository open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/statuscontents.cpp" line="320"/>
        <source>%1, read only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/statuscontents.cpp" line="321"/>
        <source>detached at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/statuscontents.cpp" line="325"/>
        <source>1 file changed, not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/statuscontents.cpp" line="326"/>
        <source>%1 files changed, not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/statuscontents.cpp" line="334"/>
        <source>%1 in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/statuscontents.cpp" line="336"/>
        <source>1 file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/statuscontents.cpp" line="336"/>
        <source>%1 files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/statuscontents.cpp" line="337"/>
        <source>1 namespace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/statuscontents.cpp" line="337"/>
        <source>%1 namespaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/statuscontents.cpp" line="339"/>
        <source>1 file skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/statuscontents.cpp" line="339"/>
        <source>%1 files skipped</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::StepModel</name>
    <message>
        <location filename="../views/request/stepmodel.cpp" line="133"/>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/stepmodel.cpp" line="134"/>
        <source>cannot tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/stepmodel.cpp" line="136"/>
        <source>%1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/stepmodel.cpp" line="142"/>
        <source>Files cannot tell what happens here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::TextLines</name>
    <message numerus="yes">
        <location filename="../views/common/textlines.cpp" line="93"/>
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../views/common/textlines.cpp" line="164"/>
        <source>Copy the command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/common/textlines.cpp" line="165"/>
        <source>Copy %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::TextList</name>
    <message>
        <location filename="../views/inspector/form/textlist.cpp" line="32"/>
        <source>Add to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/form/textlist.cpp" line="99"/>
        <source>%1, item %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/form/textlist.cpp" line="102"/>
        <location filename="../views/inspector/form/textlist.cpp" line="103"/>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/form/textlist.cpp" line="112"/>
        <source>Add…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/form/textlist.cpp" line="201"/>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/form/textlist.cpp" line="202"/>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/form/textlist.cpp" line="204"/>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::TextMap</name>
    <message>
        <location filename="../views/inspector/form/textmap.cpp" line="31"/>
        <source>New key of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/form/textmap.cpp" line="33"/>
        <source>Value of the new key of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/form/textmap.cpp" line="92"/>
        <source>Key %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/form/textmap.cpp" line="97"/>
        <location filename="../views/inspector/form/textmap.cpp" line="98"/>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/form/textmap.cpp" line="103"/>
        <source>Add key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/form/textmap.cpp" line="104"/>
        <source>value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::TopBar</name>
    <message>
        <location filename="../views/window/topbar.cpp" line="99"/>
        <source>Why? Shows the reasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/topbar.cpp" line="120"/>
        <source>Commit 1 change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/topbar.cpp" line="121"/>
        <source>Commit %1 changes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/topbar.cpp" line="122"/>
        <source>Commit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/topbar.cpp" line="124"/>
        <source>Branch, message, files and the exact difference (Ctrl+Return)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/topbar.cpp" line="125"/>
        <source>Nothing is pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/topbar.cpp" line="136"/>
        <source>mesh configuration</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::TopologyListPanel</name>
    <message>
        <location filename="../views/topology/topologylistpanel.cpp" line="51"/>
        <source>Topology as tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/topologylistpanel.cpp" line="68"/>
        <source>Form of the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/topologylistpanel.cpp" line="69"/>
        <source>Tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/topologylistpanel.cpp" line="69"/>
        <source>Routes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::TopologyPage</name>
    <message>
        <location filename="../views/topology/pictureexport.cpp" line="67"/>
        <location filename="../views/topology/topologypage.cpp" line="59"/>
        <source>Topology</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/topologypage.cpp" line="269"/>
        <source>Everything is hidden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/topologypage.cpp" line="269"/>
        <source>Nothing here is to be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/topologypage.cpp" line="273"/>
        <source>No Istio or Gateway API resources in %1. %2 YAML files were read; %3 were skipped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../views/topology/topologypage.cpp" line="381"/>
        <source>%n node(s) hidden.</source>
        <translation>
            <numerusform>%n node hidden.</numerusform>
            <numerusform>%n nodes hidden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../views/topology/topologypage.cpp" line="382"/>
        <source>Only what was chosen is shown; %n node(s) hidden.</source>
        <translation>
            <numerusform>Only what was chosen is shown; %n node hidden.</numerusform>
            <numerusform>Only what was chosen is shown; %n nodes hidden.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../views/topology/topologypage.cpp" line="383"/>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/topologypage.cpp" line="501"/>
        <source>Nothing matches “%1”. Hidden layers may hold more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/topologypage.cpp" line="502"/>
        <source>Show all layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/topologypage.cpp" line="83"/>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/topologypage.cpp" line="416"/>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/pictureexport.cpp" line="23"/>
        <source>There is no picture to export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/pictureexport.cpp" line="28"/>
        <source>Pictures (*.svg *.png *.pdf *.dot)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/pictureexport.cpp" line="28"/>
        <source>Pictures (*.%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/pictureexport.cpp" line="29"/>
        <source>Export the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/pictureexport.cpp" line="52"/>
        <source>There is no picture to print.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/pictureexport.cpp" line="70"/>
        <source>The picture could not be printed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/pictureexport.cpp" line="43"/>
        <source>Exported to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/pictureexport.cpp" line="45"/>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::TopologyTreeModel</name>
    <message>
        <location filename="../views/topology/topologytreemodel.cpp" line="202"/>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/topologytreemodel.cpp" line="202"/>
        <source>What the picture says</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::Tour</name>
    <message>
        <location filename="../views/window/tour.cpp" line="50"/>
        <source>tour: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/tour.cpp" line="68"/>
        <source>the picture of %1 did not appear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/tour.cpp" line="84"/>
        <source>Ctrl+K did not find reviews</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/tour.cpp" line="87"/>
        <source>reviews is not in the mesh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/tour.cpp" line="90"/>
        <source>the first hit for reviews is not a route table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/tour.cpp" line="95"/>
        <source>the picture does not show the route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/tour.cpp" line="102"/>
        <source>a click on the route did not select it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/tour.cpp" line="108"/>
        <source>the picture around the route did not appear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/tour.cpp" line="136"/>
        <source>the route does not have three destinations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/tour.cpp" line="148"/>
        <source>the drag was not one undo step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/tour.cpp" line="156"/>
        <source>the split is not 80/10/10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/tour.cpp" line="157"/>
        <source>more than one file changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/tour.cpp" line="160"/>
        <source>the picture did not follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/tour.cpp" line="176"/>
        <source>git config failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/tour.cpp" line="193"/>
        <source>the commit did not end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/tour.cpp" line="196"/>
        <source>the window does not say what was committed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::TrailerRow</name>
    <message>
        <location filename="../views/commit/trailerrow.cpp" line="45"/>
        <source>The tier that you declare; a review shows it beside the computed one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/trailerrow.cpp" line="50"/>
        <source>As git commit --signoff.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::UndoWiring</name>
    <message>
        <location filename="../views/window/undowiring.cpp" line="110"/>
        <source>Made %1. Push it and ask for a review.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/undowiring.cpp" line="111"/>
        <source>Review it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/undowiring.cpp" line="152"/>
        <source>A runbook goes from one commit to another, and an end of this review is no commit. Commit it first, or write two commits above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/undowiring.cpp" line="118"/>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::UsageList</name>
    <message>
        <location filename="../views/inspector/usagelist.cpp" line="32"/>
        <source>attached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/usagelist.cpp" line="32"/>
        <source>gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/usagelist.cpp" line="34"/>
        <source>routes here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/usagelist.cpp" line="34"/>
        <source>destination</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/usagelist.cpp" line="36"/>
        <source>mirrors here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/usagelist.cpp" line="36"/>
        <source>mirror</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/usagelist.cpp" line="38"/>
        <source>delegates here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/usagelist.cpp" line="38"/>
        <source>delegate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/usagelist.cpp" line="40"/>
        <source>selects it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/usagelist.cpp" line="40"/>
        <source>selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/usagelist.cpp" line="42"/>
        <source>applies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/usagelist.cpp" line="42"/>
        <source>host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/usagelist.cpp" line="44"/>
        <source>secures it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/usagelist.cpp" line="44"/>
        <source>secured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/usagelist.cpp" line="46"/>
        <source>exported here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/usagelist.cpp" line="46"/>
        <source>sees it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/usagelist.cpp" line="48"/>
        <source>imports it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/usagelist.cpp" line="48"/>
        <source>imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/usagelist.cpp" line="150"/>
        <source>1 gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/usagelist.cpp" line="150"/>
        <source>%1 gateways</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/usagelist.cpp" line="151"/>
        <source>1 caller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/usagelist.cpp" line="151"/>
        <source>%1 callers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/usagelist.cpp" line="152"/>
        <source>1 destination</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/usagelist.cpp" line="152"/>
        <source>%1 destinations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/usagelist.cpp" line="153"/>
        <source>1 rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/usagelist.cpp" line="153"/>
        <source>%1 rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/usagelist.cpp" line="154"/>
        <source>1 host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/usagelist.cpp" line="154"/>
        <source>%1 hosts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/usagelist.cpp" line="155"/>
        <source>1 workload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/usagelist.cpp" line="155"/>
        <source>%1 workloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/usagelist.cpp" line="156"/>
        <source>1 other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/usagelist.cpp" line="156"/>
        <source>%1 others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/usagelist.cpp" line="157"/>
        <source>nowhere</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::VerdictBar</name>
    <message>
        <location filename="../views/request/verdictbar.cpp" line="58"/>
        <source>Routed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/verdictbar.cpp" line="158"/>
        <source>Save as test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/verdictbar.cpp" line="181"/>
        <source>Before or after the pending changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/verdictbar.cpp" line="182"/>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/verdictbar.cpp" line="182"/>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/verdictbar.cpp" line="186"/>
        <source>Adds the request to the routing tests of the repository, with this answer as expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/verdictbar.cpp" line="230"/>
        <source>Before: %1
After: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/verdictbar.cpp" line="244"/>
        <source>%1, port %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/verdictbar.cpp" line="256"/>
        <source>%1 destinations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/verdictbar.cpp" line="260"/>
        <source>Shares: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/verdictbar.cpp" line="270"/>
        <source>timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/verdictbar.cpp" line="273"/>
        <source>retries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/verdictbar.cpp" line="275"/>
        <source>%1 × %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/verdictbar.cpp" line="277"/>
        <source>worst case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/request/verdictbar.cpp" line="277"/>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::WeightRow</name>
    <message>
        <location filename="../views/inspector/weightrow.cpp" line="152"/>
        <source> %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/weightrow.cpp" line="163"/>
        <source>Weight of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/weightrow.cpp" line="164"/>
        <source>Weight of %1, number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/weightrow.cpp" line="165"/>
        <source>Lock the weight of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/weightrow.cpp" line="166"/>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/weightrow.cpp" line="167"/>
        <source>Remove this destination; its weight goes to the largest other (Del)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/weightrow.cpp" line="168"/>
        <source>Locked: other sliders do not move it (L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/weightrow.cpp" line="169"/>
        <source>Free: gives way when another weight changes (L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/weightrow.cpp" line="184"/>
        <source>~ %1 → %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/weightrow.cpp" line="186"/>
        <source>+ new</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::WindowMessages</name>
    <message>
        <location filename="../views/window/windowmessages.cpp" line="60"/>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowmessages.cpp" line="81"/>
        <source>Reading %L1 files… %2 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowmessages.cpp" line="39"/>
        <location filename="../views/window/windowmessages.cpp" line="82"/>
        <location filename="../views/window/windowmessages.cpp" line="236"/>
        <location filename="../views/window/windowmessages.cpp" line="255"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowmessages.cpp" line="38"/>
        <source>Rendering the environment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowmessages.cpp" line="93"/>
        <source>Nothing of other programs was lost:</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../views/window/windowmessages.cpp" line="120"/>
        <source>its pull request is due in %n hours</source>
        <translation>
            <numerusform>its pull request is due in %n hour</numerusform>
            <numerusform>its pull request is due in %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../views/window/windowmessages.cpp" line="121"/>
        <source>its pull request was due %n hours ago</source>
        <translation>
            <numerusform>its pull request was due %n hour ago</numerusform>
            <numerusform>its pull request was due %n hours ago</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../views/window/windowmessages.cpp" line="125"/>
        <source>%1: %2</source>
        <extracomment>%1 is what was done past the pull request, %2 &quot;its pull request is due in 5 hours&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowmessages.cpp" line="137"/>
        <source>An emergency change is open. %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowmessages.cpp" line="139"/>
        <source>Open the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowmessages.cpp" line="152"/>
        <source>%1 was removed on disk; it has pending edits here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowmessages.cpp" line="155"/>
        <source>%1 changed on disk. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowmessages.cpp" line="158"/>
        <source>%1 changed on disk. Your edits fit on top of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowmessages.cpp" line="159"/>
        <source>%1 changed on disk in the same place as your edits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowmessages.cpp" line="170"/>
        <source>Merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowmessages.cpp" line="172"/>
        <source>Reload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowmessages.cpp" line="172"/>
        <source>Drop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowmessages.cpp" line="178"/>
        <source>Keep mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowmessages.cpp" line="179"/>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowmessages.cpp" line="202"/>
        <source>Committed %1 on %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowmessages.cpp" line="206"/>
        <source>Push</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowmessages.cpp" line="207"/>
        <source>Undo commit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowmessages.cpp" line="208"/>
        <source>Copy pull-request text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowmessages.cpp" line="220"/>
        <source>Commit %1 was taken back; its edits are pending again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowmessages.cpp" line="235"/>
        <location filename="../views/window/windowmessages.cpp" line="253"/>
        <source>Pushing %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowmessages.cpp" line="244"/>
        <source>Pushing %1: %2</source>
        <extracomment>%1 is a branch, %2 what git says on its way (&quot;Writing objects: 40% (2/5)&quot;).</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowmessages.cpp" line="254"/>
        <source>Pushing %1 branches…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowmessages.cpp" line="263"/>
        <source>Pushing %1 of %2, %3: %4</source>
        <extracomment>%1 of %2 branches, %3 is the branch, %4 what git says on its way.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowmessages.cpp" line="299"/>
        <source>Pushed %1 branches to %2. Merge them one by one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowmessages.cpp" line="303"/>
        <source>The push was cancelled; some branches may have been pushed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowmessages.cpp" line="306"/>
        <source>%1 of %2 branches were not pushed:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowmessages.cpp" line="328"/>
        <source>%1 has all of %2 already.</source>
        <extracomment>%1 is a remote, %2 a branch.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowmessages.cpp" line="296"/>
        <location filename="../views/window/windowmessages.cpp" line="330"/>
        <source>Pushed %1 to %2.</source>
        <extracomment>%2 are names of remotes.
----------
%1 is a branch, %2 a remote.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowmessages.cpp" line="312"/>
        <location filename="../views/window/windowmessages.cpp" line="342"/>
        <source>Push again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::Workbench</name>
    <message>
        <location filename="../views/window/workbench.cpp" line="62"/>
        <source>Mesh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/workbench.cpp" line="63"/>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/workbench.cpp" line="69"/>
        <source>Pending changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/workbench.cpp" line="70"/>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/workbench.cpp" line="71"/>
        <source>Topology as list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::YamlEdit</name>
    <message>
        <location filename="../views/editor/yamledit.cpp" line="70"/>
        <source>Text of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/editor/yamledit.cpp" line="218"/>
        <source>Typing in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/editor/yamledit.cpp" line="410"/>
        <source>Comment lines of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/editor/yamleditinput.cpp" line="134"/>
        <source>Indent lines of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/editor/yamleditinput.cpp" line="135"/>
        <source>Unindent lines of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/editor/yamleditinput.cpp" line="216"/>
        <source>Cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/editor/yamleditinput.cpp" line="217"/>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/editor/yamleditinput.cpp" line="218"/>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/editor/yamleditinput.cpp" line="220"/>
        <source>Select all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/editor/yamleditinput.cpp" line="221"/>
        <source>Toggle comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/editor/yamleditinput.cpp" line="224"/>
        <source>Go to definition</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::YamlExcerpt</name>
    <message>
        <location filename="../views/request/yamlexcerpt.cpp" line="47"/>
        <source>YAML of the step</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::workspace</name>
    <message>
        <location filename="../models/workspace/resourcetree.cpp" line="85"/>
        <source>Workloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/resourcetree.cpp" line="87"/>
        <source>Authorization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/routerows.cpp" line="28"/>
        <source>%1 %</source>
        <extracomment>A share of requests; %1 is the number.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/routerows.cpp" line="48"/>
        <location filename="../models/workspace/routerows.cpp" line="57"/>
        <source>any request</source>
        <extracomment>Between conditions that must all hold.
----------
Between alternatives.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/routerows.cpp" line="48"/>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/routerows.cpp" line="57"/>
        <source> or </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::workspace::Builder</name>
    <message>
        <location filename="../models/workspace/resourcetree.cpp" line="169"/>
        <source>cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/resourcetree.cpp" line="171"/>
        <source>root</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/resourcetree.cpp" line="262"/>
        <source>route %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::workspace::RouteTableModel</name>
    <message>
        <location filename="../models/workspace/routetablemodel.cpp" line="95"/>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/routetablemodel.cpp" line="97"/>
        <source>Route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/routetablemodel.cpp" line="99"/>
        <source>Match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/routetablemodel.cpp" line="101"/>
        <source>Destination</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/routetablemodel.cpp" line="103"/>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/routetablemodel.cpp" line="105"/>
        <source>Workloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/routetablemodel.cpp" line="107"/>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::workspace::RowBuilder</name>
    <message>
        <location filename="../models/workspace/routerows.cpp" line="136"/>
        <source>mirror %1</source>
        <extracomment>%1 is a share of requests (&quot;5 %&quot;) that is copied.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::workspace::Workspace</name>
    <message>
        <location filename="../models/workspace/workspace.cpp" line="265"/>
        <source>Change split of %1</source>
        <extracomment>An undo step; %1 is the name of a VirtualService or route resource.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/workspace.cpp" line="290"/>
        <source>Revert change of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/workspace.cpp" line="302"/>
        <source>Revert %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/workspace.cpp" line="314"/>
        <source>Revert lines of %1</source>
        <extracomment>An undo step; %1 is a file.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/workspace.cpp" line="324"/>
        <source>Revert %1</source>
        <extracomment>An undo step; %1 is a file.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/workspace.cpp" line="334"/>
        <source>Discard all edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/workspacefiles.cpp" line="166"/>
        <source>Drop %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/workspacefiles.cpp" line="168"/>
        <source>Reload %1</source>
        <extracomment>An undo step; %1 is a file.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/workspacefiles.cpp" line="193"/>
        <source>Merge with %1 on disk</source>
        <extracomment>An undo step; %1 is a file.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/workspacekept.cpp" line="121"/>
        <source>Restore kept edits</source>
        <extracomment>An undo step: edits that were pending when the program ended unexpectedly.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/workspacecommits.cpp" line="121"/>
        <source>Edits of the commit</source>
        <extracomment>An undo step; the edits of a commit that was taken back.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>schema</name>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="3"/>
        <source>Adds behaviour of your own to proxies, as a WebAssembly module or a Lua script.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="4"/>
        <source>Pods whose proxies are extended; without it all of the namespace, or of the mesh in the root namespace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="5"/>
        <source>Gateways, Services or ServiceEntries whose proxies are extended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="6"/>
        <source>Place of the extension: before Istio&apos;s authentication, authorization or statistics filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="7"/>
        <source>Order among extensions of the same phase; higher numbers run first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="8"/>
        <source>Traffic the extension works on; one entry has to fit, and without any it is all traffic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="9"/>
        <source>WebAssembly module to load.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="10"/>
        <source>Lua script to run on each request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="11"/>
        <source>An extension is placed by selector or targetRefs, not both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="12"/>
        <source>An extension is either Wasm or Lua.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="13"/>
        <source>Source text of the script with envoy_on_request or envoy_on_response, at most 64 KiB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="14"/>
        <source>Loads a WebAssembly module into proxies to add behaviour of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="15"/>
        <source>Pods whose proxies load the module; without it all of the namespace, or of the mesh in the root namespace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="16"/>
        <source>The one Gateway or Service whose proxy loads the module.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="17"/>
        <source>Gateways, Services or ServiceEntries whose proxies load the module.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="18"/>
        <source>Place in the filter chain: before Istio&apos;s authentication, authorization or statistics filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="19"/>
        <source>Order among plugins of the same phase; higher numbers run first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="20"/>
        <source>Traffic the plugin works on; one entry has to fit, and without any it is all traffic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="21"/>
        <source>A plugin is placed by selector, targetRef or targetRefs, only one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="22"/>
        <source>Makes gateways talk TLS to a Service, and says how its certificate is checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="23"/>
        <source>Services that are spoken to with TLS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="24"/>
        <source>How the certificate of the backend is checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="25"/>
        <source>Settings of the implementation for TLS to backends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="26"/>
        <source>API group of the target; empty for a Service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="27"/>
        <source>Kind of the target, usually Service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="28"/>
        <source>Name of the target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="29"/>
        <source>Name of one port of the Service; all ports when absent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="30"/>
        <source>ConfigMaps with the CA certificates that the backend&apos;s has to come from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="31"/>
        <source>Trusts the usual public authorities (System), in place of certificates of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="32"/>
        <source>Server name for the handshake, which the backend&apos;s certificate has to carry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="33"/>
        <source>Names, one of which the certificate has to carry; they replace the check of the host name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="34"/>
        <source>Trust comes from caCertificateRefs or from wellKnownCACertificates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="35"/>
        <source>Whether the name is a Hostname or a URI, such as a SPIFFE id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="36"/>
        <source>Host name in the certificate, when type is Hostname.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="37"/>
        <source>URI in the certificate, when type is URI.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="38"/>
        <source>A name of the type Hostname stands in hostname.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="39"/>
        <source>A name of the type URI stands in uri.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="40"/>
        <source>A name of the type Hostname has no uri.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="41"/>
        <source>A name of the type URI has no hostname.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="42"/>
        <source>Routes gRPC calls by service and method to backends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="43"/>
        <source>Gateways, ListenerSets or Services that the gRPC route attaches to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="44"/>
        <source>Attaches the gRPC route to the gateways that take part as default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="45"/>
        <source>Host names of the calls; they have to fit the listener.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="46"/>
        <source>Rules of the gRPC route; the most specific match wins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="47"/>
        <source>Name of the gRPC rule, unique within the route.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="48"/>
        <source>Conditions on the call, one of which has to hold; without any every call matches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="49"/>
        <source>Changes to matching calls and their answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="50"/>
        <source>Where matching calls go, shared by weight; without any, clients get UNAVAILABLE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="51"/>
        <source>Keeps calls of one session at the same backend pod.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="52"/>
        <source>Service and method of gRPC that are called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="53"/>
        <source>Headers of the call that all have to match.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="54"/>
        <source>How service and method are compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="55"/>
        <source>Full name of the gRPC service, for example helloworld.Greeter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="56"/>
        <source>Name of the gRPC method, for example SayHello.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="57"/>
        <source>A gRPC match names a service, a method or both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="58"/>
        <source>Asks for a proxy that listens on some ports, to which routes attach; a waypoint is one, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="59"/>
        <source>Class of the gateway: istio, istio-waypoint, or one of another controller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="60"/>
        <source>Ports that the gateway opens, each with a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="61"/>
        <source>Addresses the gateway should have; with Istio also the host name of an existing Service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="62"/>
        <source>Labels, annotations and settings for what is created for the gateway, such as Deployment and Service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="63"/>
        <source>Namespaces whose ListenerSets may add listeners; none by default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="64"/>
        <source>TLS between clients and the gateway, and between the gateway and backends, for all listeners.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="65"/>
        <source>Whether routes that ask for default gateways attach here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="66"/>
        <source>Whether the value is an IPAddress or a Hostname.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="67"/>
        <source>The address itself; left out, the controller picks one of this type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="68"/>
        <source>Labels for every object that is created for the gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="69"/>
        <source>Annotations for every object that is created for the gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="70"/>
        <source>Object with further settings, with Istio a ConfigMap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="71"/>
        <source>Namespaces that ListenerSets may come from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="72"/>
        <source>All namespaces, those of a selector, only the gateway&apos;s own, or none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="73"/>
        <source>Labels of the namespaces whose ListenerSets are taken, when from is Selector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="74"/>
        <source>What the gateway shows to backends when it connects with TLS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="75"/>
        <source>How the gateway checks the certificates of clients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="76"/>
        <source>Secret with the client certificate that the gateway shows to backends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="77"/>
        <source>Checks for all HTTPS listeners that have none of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="78"/>
        <source>Checks for single ports, in place of the default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="79"/>
        <source>Each port stands only once in perPort.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="80"/>
        <source>Port whose listeners the checks are for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="81"/>
        <source>Checks for the listeners on this port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="82"/>
        <source>How certificates of clients are checked; without it none is asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="83"/>
        <source>Objects with the CA certificates that clients must have theirs from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="84"/>
        <source>Whether clients without a valid certificate are refused or let through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="85"/>
        <source>Names a kind of gateway that the cluster offers, and the controller that runs it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="86"/>
        <source>Controller that runs gateways of this class, for example istio.io/gateway-controller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="87"/>
        <source>Object with settings for all gateways of the class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="88"/>
        <source>Remark for people who choose a class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="89"/>
        <source>API group of the object with settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="90"/>
        <source>Kind of the object with settings, for example ConfigMap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="91"/>
        <source>Name of the object with settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="92"/>
        <source>Namespace of the object with settings; needed when its kind has one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="93"/>
        <source>Routes HTTP requests from gateways, or inside the mesh, to backends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="94"/>
        <source>Gateways, ListenerSets or Services that the route attaches to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="95"/>
        <source>Attaches the route to the gateways that take part as default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="96"/>
        <source>Host names of the requests; they have to fit the listener, and without any its own are used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="97"/>
        <source>Rules of the route; the most specific match wins, not the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="98"/>
        <source>Name of the rule, unique within the route; policies may refer to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="99"/>
        <source>Conditions, one of which has to hold completely; without any every request matches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="100"/>
        <source>Changes to matching requests and their answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="101"/>
        <source>Where matching requests go, shared by weight; without any, clients get a 500.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="102"/>
        <source>Time limits for the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="103"/>
        <source>How failed requests are tried again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="104"/>
        <source>Keeps requests of one session at the same backend pod.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="105"/>
        <source>Condition on the path; the prefix / when absent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="106"/>
        <source>Headers that all have to match.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="107"/>
        <source>Query parameters that all have to match.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="108"/>
        <source>HTTP method that the request has to use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="109"/>
        <source>Exact compares the whole path, PathPrefix whole elements between slashes, RegularExpression as the proxy can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="110"/>
        <source>Path, prefix or expression to match; it begins with a slash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="111"/>
        <source>How the parameter is compared: as the whole text or as a regular expression.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="112"/>
        <source>Name of the query parameter to look at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="113"/>
        <source>Text or expression that the parameter has to match.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="114"/>
        <source>Time for the whole request with its retries; 0s means no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="115"/>
        <source>Time for a single try at a backend; not longer than the whole request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="116"/>
        <source>HTTP status codes of the backend that lead to another try.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="117"/>
        <source>How often a request is tried again at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="118"/>
        <source>Shortest waiting time between two tries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="119"/>
        <source>Adds listeners to a Gateway from another namespace, for example a certificate of an application team.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="120"/>
        <source>Gateway that gets the listeners.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="121"/>
        <source>Listeners that are added to the gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="122"/>
        <source>API group of the parent of the listeners.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="123"/>
        <source>Kind of the parent of the listeners, a Gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="124"/>
        <source>Namespace of the Gateway; that of the ListenerSet when absent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="125"/>
        <source>Name of the Gateway that the listeners are added to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="126"/>
        <source>Allows resources of other namespaces to refer to objects in this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="127"/>
        <source>Kinds and namespaces that may refer to objects here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="128"/>
        <source>Objects in this namespace that may be referred to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="129"/>
        <source>API group of the referring resource.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="130"/>
        <source>Kind of the referring resource, for example HTTPRoute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="131"/>
        <source>Namespace of the referring resource.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="132"/>
        <source>API group of the object; empty for Service and Secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="133"/>
        <source>Kind of the object, for example Service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="134"/>
        <source>Name of the object; all of the kind when absent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="135"/>
        <source>Forwards the TCP connections of a listener to backends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="136"/>
        <source>Gateways or Services whose TCP connections the route takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="137"/>
        <source>Attaches the TCP route to the gateways that take part as default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="138"/>
        <source>Rules of the TCP route; usually one, since there is nothing to match on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="139"/>
        <source>Name of the TCP rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="140"/>
        <source>Where the TCP connections go, shared by weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="141"/>
        <source>Forwards TLS connections to backends by the server name (SNI), without opening them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="142"/>
        <source>Gateways or Services whose TLS connections the route takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="143"/>
        <source>Attaches the TLS route to the gateways that take part as default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="144"/>
        <source>Server names (SNI) of the connections; v1 requires at least one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="145"/>
        <source>Rules of the TLS route, usually one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="146"/>
        <source>Name of the TLS rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="147"/>
        <source>Where the TLS connections go, shared by weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="148"/>
        <source>Forwards UDP packets of a listener to backends; Istio does not implement it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="149"/>
        <source>Gateways whose UDP traffic the route takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="150"/>
        <source>Attaches the UDP route to the gateways that take part as default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="151"/>
        <source>Rules of the UDP route, usually one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="152"/>
        <source>Name of the UDP rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="153"/>
        <source>Where the UDP packets go, shared by weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="154"/>
        <source>Settings for the whole mesh, as YAML under the key mesh of the ConfigMap istio.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="155"/>
        <source>Namespace whose resources hold for the whole mesh when they select nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="156"/>
        <source>First part of every mTLS identity, the name of the mesh&apos;s certificate authority.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="157"/>
        <source>Other trust domains that count as this one in policies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="158"/>
        <source>Settings of all proxies, which pods can override by annotation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="159"/>
        <source>What happens to calls of hosts that no resource knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="160"/>
        <source>How traffic reaches the application from its sidecar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="161"/>
        <source>Uses mTLS on its own between sidecars wherever no DestinationRule says otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="162"/>
        <source>TLS versions and ciphers for traffic inside the mesh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="163"/>
        <source>TLS versions and curves for traffic that is not mTLS of the mesh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="164"/>
        <source>File that access logs go to; /dev/stdout shows them in the container&apos;s log, empty turns them off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="165"/>
        <source>Format of access log lines, in Envoy&apos;s placeholders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="166"/>
        <source>Whether access log lines are text or JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="167"/>
        <source>Sends access logs to a gRPC access log service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="168"/>
        <source>Stops the listener&apos;s log of requests that found no filter chain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="169"/>
        <source>Switches tracing on for the mesh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="170"/>
        <source>Services for authorization, tracing, metrics and logs, to which policies and Telemetry refer by name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="171"/>
        <source>Providers that are used where Telemetry names none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="172"/>
        <source>Time limit for opening connections, unless a DestinationRule sets its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="173"/>
        <source>TCP keep-alive probes for all connections to services.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="174"/>
        <source>How long to wait for the first bytes when the protocol of a port is not known; 0s means without limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="175"/>
        <source>Retries of HTTP requests, unless a VirtualService sets its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="176"/>
        <source>Locality load balancing for the mesh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="177"/>
        <source>How paths are cleaned before routes and policies see them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="178"/>
        <source>Whether HTTP/1.1 between sidecars is upgraded to HTTP/2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="179"/>
        <source>How often host names of services with DNS resolution are asked for again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="180"/>
        <source>Namespaces that see services and ServiceEntries without an exportTo of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="181"/>
        <source>Namespaces that see VirtualServices without an exportTo of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="182"/>
        <source>Namespaces that see DestinationRules without an exportTo of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="183"/>
        <source>Labels of the namespaces that Istio watches; all when absent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="184"/>
        <source>Settings for single services, such as keeping them within their cluster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="185"/>
        <source>Which Ingress resources Istio serves: none, all, or those of its class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="186"/>
        <source>Class of the Ingress resources that Istio serves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="187"/>
        <source>Service of the gateway that serves Ingress resources.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="188"/>
        <source>Value of the label istio on the gateway pods that serve Ingress resources.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="189"/>
        <source>Offers the metrics of the application together with those of its proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="190"/>
        <source>Further CA certificates that workloads trust.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="191"/>
        <source>Certificate authority outside istiod that signs certificates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="192"/>
        <source>Places istiod reads configuration from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="193"/>
        <source>Port at which sidecars take outgoing traffic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="194"/>
        <source>Port at which sidecars take incoming traffic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="195"/>
        <source>Port at which sidecars act as an HTTP proxy; off when absent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="196"/>
        <source>Pattern for the names of incoming clusters in metrics.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="197"/>
        <source>Pattern for the names of outgoing clusters in metrics.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="198"/>
        <source>Made clients check server certificates against the system&apos;s CAs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="199"/>
        <source>ALLOW_ANY lets calls of unknown hosts pass, REGISTRY_ONLY answers them with 502.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="200"/>
        <source>PASSTHROUGH sends to the pod&apos;s address, LOCALHOST to 127.0.0.1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="201"/>
        <source>Oldest TLS version between workloads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="202"/>
        <source>Elliptic curves allowed in the key exchange.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="203"/>
        <source>Cipher suites allowed between workloads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="204"/>
        <source>Names of the providers that get spans by default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="205"/>
        <source>Names of the providers that get metrics by default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="206"/>
        <source>Names of the providers that get access logs by default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="207"/>
        <source>How much is cleaned: dots and backslashes, double slashes, escaped slashes, or nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="208"/>
        <source>Labels a namespace must have with these values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="209"/>
        <source>Conditions on the labels of a namespace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="210"/>
        <source>What holds for the services.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="211"/>
        <source>Services the settings are for; a leading * is a wildcard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="212"/>
        <source>Keeps calls within the cluster of the caller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="213"/>
        <source>The certificate itself, as PEM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="214"/>
        <source>Address of a SPIFFE bundle with the certificates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="215"/>
        <source>Kubernetes signers that the certificate is for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="216"/>
        <source>Trust domains that the certificate is for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="217"/>
        <source>A CA certificate is given as PEM or by address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="218"/>
        <source>Address of the certificate authority, as host:port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="219"/>
        <source>How the authority is spoken to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="220"/>
        <source>Time limit for one request to the authority.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="221"/>
        <source>Whether istiod asks the authority for the workloads, or they ask themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="222"/>
        <source>Where configuration comes from: xds://host:port, k8s:// or fs:///path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="223"/>
        <source>How the source is spoken to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="224"/>
        <source>Kinds of resources that are read from the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="225"/>
        <source>Name of the provider, by which others refer to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="226"/>
        <source>Authorization service that is asked over HTTP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="227"/>
        <source>Authorization service that is asked over gRPC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="228"/>
        <source>Collector that takes spans by OpenTelemetry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="229"/>
        <source>Collector that takes spans as Zipkin does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="230"/>
        <source>Datadog agent that takes spans.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="231"/>
        <source>SkyWalking collector that takes spans.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="232"/>
        <source>Lightstep collector that takes spans.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="233"/>
        <source>OpenCensus agent that takes spans.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="234"/>
        <source>Google Cloud&apos;s tracing, metrics and logging.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="235"/>
        <source>Metrics that Prometheus fetches; has no settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="236"/>
        <source>Access log in a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="237"/>
        <source>Access log of HTTP requests sent to a gRPC service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="238"/>
        <source>Access log of TCP connections sent to a gRPC service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="239"/>
        <source>Access log sent by OpenTelemetry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="240"/>
        <source>Service that hands out certificates (SDS).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="241"/>
        <source>A provider is of one kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="242"/>
        <source>Host of the HTTP authorization service, with an optional namespace/ in front.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="243"/>
        <source>Port of the HTTP authorization service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="244"/>
        <source>Time limit for the answer of the HTTP authorization service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="245"/>
        <source>Text put in front of the path that is asked about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="246"/>
        <source>Lets requests pass when the HTTP authorization service cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="247"/>
        <source>HTTP status when the HTTP authorization service cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="248"/>
        <source>Request headers that are shown to the authorization service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="249"/>
        <source>Older list of headers that are shown to the authorization service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="250"/>
        <source>Fixed headers added to the question.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="251"/>
        <source>How much of the body the authorization service gets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="252"/>
        <source>Headers of a positive answer that the application gets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="253"/>
        <source>Headers of a negative answer that the client gets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="254"/>
        <source>Headers of a positive answer that the client gets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="255"/>
        <source>Chooses the route anew after the answer has changed headers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="256"/>
        <source>Host of the gRPC authorization service, with an optional namespace/ in front.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="257"/>
        <source>Port of the gRPC authorization service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="258"/>
        <source>Time limit for the answer of the gRPC authorization service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="259"/>
        <source>Lets requests pass when the gRPC authorization service cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="260"/>
        <source>HTTP status when the gRPC authorization service cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="261"/>
        <source>How much of the body is shown to the gRPC authorization service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="262"/>
        <source>Chooses the route anew after the gRPC answer has changed headers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="263"/>
        <source>Bytes of the body that are kept for the question at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="264"/>
        <source>Sends the first part of a body that is too large, in place of refusing it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="265"/>
        <source>Sends the body as bytes where it need not be UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="266"/>
        <source>Host of the OpenTelemetry collector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="267"/>
        <source>Port of the OpenTelemetry collector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="268"/>
        <source>Length after which the path in an OpenTelemetry span is cut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="269"/>
        <source>Sends over HTTP in place of gRPC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="270"/>
        <source>Settings for sending over gRPC, such as headers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="271"/>
        <source>Where further attributes of the workload are taken from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="272"/>
        <source>Lets Dynatrace decide which requests are traced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="273"/>
        <source>Path at the collector, for example /v1/traces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="274"/>
        <source>Time limit for sending a batch of spans.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="275"/>
        <source>Headers sent along to the collector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="276"/>
        <source>Name of a header sent to the collector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="277"/>
        <source>Value of a header sent to the collector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="278"/>
        <source>Host of the Zipkin collector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="279"/>
        <source>Port of the Zipkin collector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="280"/>
        <source>Length after which the path in a Zipkin span is cut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="281"/>
        <source>Uses trace ids of 64 bits in place of 128.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="282"/>
        <source>Path of the Zipkin collector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="283"/>
        <source>Host of the agent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="284"/>
        <source>Port of the agent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="285"/>
        <source>Length after which the path in a span is cut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="286"/>
        <source>Host of the SkyWalking collector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="287"/>
        <source>Port of the SkyWalking collector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="288"/>
        <source>Token for the SkyWalking collector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="289"/>
        <source>Host of the Lightstep collector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="290"/>
        <source>Port of the Lightstep collector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="291"/>
        <source>Token for the Lightstep collector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="292"/>
        <source>Length after which the path in a Lightstep span is cut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="293"/>
        <source>File that log lines go to, for example /dev/stdout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="294"/>
        <source>Format of the log lines in the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="295"/>
        <source>Format as one line of text with Envoy&apos;s placeholders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="296"/>
        <source>Format as JSON, a placeholder for each key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="297"/>
        <source>A log line is text or JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="298"/>
        <source>Host of the service that gets the HTTP log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="299"/>
        <source>Port of the service that gets the HTTP log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="300"/>
        <source>Name of the HTTP log, in case the service gets several.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="301"/>
        <source>Filter state added to the HTTP log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="302"/>
        <source>Request headers added to the log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="303"/>
        <source>Answer headers added to the log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="304"/>
        <source>Answer trailers added to the log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="305"/>
        <source>Host of the service that gets the TCP log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="306"/>
        <source>Port of the service that gets the TCP log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="307"/>
        <source>Name of the TCP log, in case the service gets several.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="308"/>
        <source>Filter state added to the TCP log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="309"/>
        <source>Host of the OpenTelemetry log collector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="310"/>
        <source>Port of the OpenTelemetry log collector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="311"/>
        <source>Name of the OpenTelemetry log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="312"/>
        <source>Body and attributes of the log records.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="313"/>
        <source>Body of a log record, with Envoy&apos;s placeholders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="314"/>
        <source>Attributes of a log record, a placeholder for each name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="315"/>
        <source>Name by which gateways ask for these certificates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="316"/>
        <source>Host of the service that hands out certificates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="317"/>
        <source>Port of the service that hands out certificates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="318"/>
        <source>Address of istiod, from which the proxy gets its configuration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="319"/>
        <source>Worker threads of the proxy; taken from its CPU limits when absent, 0 uses all cores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="320"/>
        <source>Starts the application only after its proxy is ready; without effect with native sidecars (1.27 and later).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="321"/>
        <source>How long a proxy goes on with open connections after its pod is told to stop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="322"/>
        <source>Time in which connections are closed when listeners change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="323"/>
        <source>Environment variables and metadata for proxies, for example ISTIO_META_DNS_CAPTURE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="324"/>
        <source>Variant of the proxy image for the mesh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="325"/>
        <source>Tracing of the proxies; Telemetry is the newer way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="326"/>
        <source>Further Envoy metrics to make, beside the usual ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="327"/>
        <source>Names of further tags for Istio&apos;s metrics.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="328"/>
        <source>Longest name of a cluster in metrics.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="329"/>
        <source>Port at which the agent answers health checks and offers metrics.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="330"/>
        <source>Port of Envoy&apos;s admin page, only reachable in the pod.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="331"/>
        <source>How traffic is led to the sidecar: REDIRECT, TPROXY (keeps the caller&apos;s address) or NONE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="332"/>
        <source>How many trusted proxies stand in front of gateways.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="333"/>
        <source>Headers that proxies add to requests and answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="334"/>
        <source>Probe of VM workloads, as in a WorkloadGroup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="335"/>
        <source>Runtime switches of Envoy, by key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="336"/>
        <source>Where proxies send access logs over gRPC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="337"/>
        <source>Where proxies send metrics over gRPC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="338"/>
        <source>Name of the mesh, for telemetry of several meshes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="339"/>
        <source>Further CA certificates, as PEM, that proxies trust.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="340"/>
        <source>Hardware that speeds up TLS: CryptoMB or QAT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="341"/>
        <source>Name of the service cluster, set by injection as a rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="342"/>
        <source>How services are called in traces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="343"/>
        <source>Whether the proxy talks to istiod with mTLS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="344"/>
        <source>Directory in which the agent puts Envoy&apos;s configuration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="345"/>
        <source>Path of the Envoy program in the container.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="346"/>
        <source>Path of a whole Envoy configuration in place of the generated one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="347"/>
        <source>Path of a template for the start-up configuration of Envoy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="348"/>
        <source>Address of a statsd daemon for metrics, as host:port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="349"/>
        <source>Zone of the proxy, which Istio finds by itself today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="350"/>
        <source>Older setting for the address of Zipkin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="351"/>
        <source>Older setting for the end of the previous Envoy after a hot restart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="352"/>
        <source>Sends spans to Zipkin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="353"/>
        <source>Sends spans to Lightstep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="354"/>
        <source>Sends spans to a Datadog agent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="355"/>
        <source>Sends spans to Google Cloud.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="356"/>
        <source>Sends spans to an OpenCensus agent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="357"/>
        <source>Share of the requests that proxies start a trace for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="358"/>
        <source>How the collector is spoken to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="359"/>
        <source>Length after which the path in a span of the proxies is cut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="360"/>
        <source>Further tags for the spans of all proxies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="361"/>
        <source>Adds Istio&apos;s tags to the spans of all proxies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="362"/>
        <source>Address of Zipkin, as host:port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="363"/>
        <source>Beginnings of names of metrics to make.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="364"/>
        <source>Ends of names of metrics to make.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="365"/>
        <source>Regular expressions for names of metrics to make.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="366"/>
        <source>Trusted proxies in front of the gateway, for finding the client in X-Forwarded-For.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="367"/>
        <source>What gateways do with the header that carries client certificates (XFCC).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="368"/>
        <source>Expects the PROXY protocol at gateways; has no settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="369"/>
        <source>What sidecars do with the header that carries client certificates (XFCC).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="370"/>
        <source>Parts of the client&apos;s certificate that go into the XFCC header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="371"/>
        <source>The header x-request-id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="372"/>
        <source>The header server in answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="373"/>
        <source>The header that counts tries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="374"/>
        <source>Headers of Envoy for finding faults.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="375"/>
        <source>Headers by which proxies tell each other who they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="376"/>
        <source>Keeps capital letters in names of HTTP/1.1 headers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="377"/>
        <source>Leaves the header out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="378"/>
        <source>Leaves the server header of the application as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="379"/>
        <source>Text of the server header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="380"/>
        <source>IN_MESH leaves the headers out of calls that go outside the mesh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="381"/>
        <source>Address of the service, as host:port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="382"/>
        <source>How TLS is used towards the service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="383"/>
        <source>Keep-alive probes on the connection to the service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="384"/>
        <source>Networks of a mesh that spans several, as YAML under the key meshNetworks of the ConfigMap istio.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="385"/>
        <source>Networks by name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="386"/>
        <source>What belongs to the network: a registry (cluster) or an address range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="387"/>
        <source>Gateways through which the network is reached from others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="388"/>
        <source>Name of the cluster whose endpoints are in the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="389"/>
        <source>Address range whose endpoints are in the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="390"/>
        <source>Endpoints are named by registry or by address range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="391"/>
        <source>Address of the gateway, as IP or name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="392"/>
        <source>Full name of the gateway&apos;s Service in the cluster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="393"/>
        <source>Port of the gateway for traffic between networks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="394"/>
        <source>Place of the gateway as region/zone/subzone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="395"/>
        <source>A gateway of a network is named by address or by Service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="396"/>
        <source>Says how to talk to a service after routing: its subsets, load balancing, connection limits, outlier detection and TLS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="397"/>
        <source>Service that the policy is for; a short name is completed with the namespace of this rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="398"/>
        <source>How callers talk to the host, unless a subset or port says otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="399"/>
        <source>Named versions of the service, told apart by pod labels; routes refer to them by name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="400"/>
        <source>Namespaces whose clients use this rule; * stands for all of them, a dot for only its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="401"/>
        <source>Limits the rule to clients with these labels in its own namespace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="402"/>
        <source>Name of the subset, by which routes ask for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="403"/>
        <source>Pod labels that make up the subset, in addition to the selector of the Service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="404"/>
        <source>Settings only for this subset; each part given here replaces that of the rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="405"/>
        <source>How an endpoint is chosen for each request or connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="406"/>
        <source>Limits on connections and requests, which act as a circuit breaker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="407"/>
        <source>Takes endpoints that keep failing out of load balancing for a while.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="408"/>
        <source>How callers encrypt connections to the host; automatic mTLS decides when absent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="409"/>
        <source>Settings for single ports; what is left out there falls back to defaults, not to the settings above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="410"/>
        <source>Sends TCP connections through an HTTP proxy with CONNECT or POST.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="411"/>
        <source>Puts the PROXY protocol header with the caller&apos;s address in front of each connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="412"/>
        <source>Limits retries to a share of the active requests, so that they cannot make an outage worse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="413"/>
        <source>Port of the destination that these settings are for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="414"/>
        <source>How an endpoint is chosen on this port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="415"/>
        <source>Connection and request limits on this port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="416"/>
        <source>When failing endpoints are taken out, for this port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="417"/>
        <source>How callers encrypt connections to this port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="418"/>
        <source>Way of choosing an endpoint; LEAST_REQUEST, the default, prefers the less busy of two picked at random.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="419"/>
        <source>Sends requests with the same key to the same endpoint as long as it is there (session affinity).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="420"/>
        <source>Weights endpoints by the load that they report themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="421"/>
        <source>How traffic is kept in or shared between regions and zones; replaces the setting of the mesh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="422"/>
        <source>Keeps traffic in the caller&apos;s zone as far as its endpoints can carry it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="423"/>
        <source>Gives a new endpoint little traffic at first and then more and more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="424"/>
        <source>Older setting for the time in which a new endpoint is warmed up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="425"/>
        <source>A load balancer works in one way: simple, consistentHash or backendUtilization.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="426"/>
        <source>Header whose value is the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="427"/>
        <source>Cookie whose value is the key; it is created when the request has none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="428"/>
        <source>Uses the address of the caller as the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="429"/>
        <source>Query parameter whose value is the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="430"/>
        <source>Spreads keys with a ring, which allows weights and small moves when endpoints change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="431"/>
        <source>Spreads keys with a Maglev table, which is faster than a ring but moves more keys on changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="432"/>
        <source>Older place of the ring&apos;s smallest size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="433"/>
        <source>One source only gives the key of the hash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="434"/>
        <source>The hash uses a ring or a Maglev table, not both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="435"/>
        <source>Name of the cookie that carries the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="436"/>
        <source>Path that a newly created cookie is valid for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="437"/>
        <source>Life of a newly created cookie; with 0s it ends with the browser session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="438"/>
        <source>More attributes for a newly created cookie, such as SameSite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="439"/>
        <source>Name of the cookie&apos;s attribute, for example SameSite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="440"/>
        <source>Value of the attribute; leave it out for flags such as Secure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="441"/>
        <source>Smallest number of places on the ring; more places spread the load more evenly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="442"/>
        <source>Size of the Maglev table, a prime number; larger tables spread the load more evenly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="443"/>
        <source>How often the weights are calculated anew from the reports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="444"/>
        <source>How long an endpoint has to report before its weight counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="445"/>
        <source>After this time without a report the weight of an endpoint is dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="446"/>
        <source>How strongly errors of an endpoint lower its weight; 100 adds the plain rate of errors to its load.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="447"/>
        <source>Names of the reported values that stand for the load, the highest of which counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="448"/>
        <source>Switches zone-aware load balancing on or off for this host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="449"/>
        <source>Region that takes over when the endpoints of the caller&apos;s region fail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="450"/>
        <source>Labels, in order, by which endpoints close to the caller are ranked for failover.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="451"/>
        <source>Fewest endpoints a host needs for zone-aware balancing; below it all zones share the traffic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="452"/>
        <source>Time in which the traffic of a new endpoint grows to its full share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="453"/>
        <source>Share of its normal weight that a new endpoint starts with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="454"/>
        <source>Speed of the growth: 1 is linear, larger values start faster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="455"/>
        <source>Number of 5xx answers in a row after which an endpoint is ejected; 0 turns this off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="456"/>
        <source>Number of 502, 503 or 504 answers in a row that eject an endpoint; off by default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="457"/>
        <source>Connection failures in a row that eject an endpoint; needs splitExternalLocalOriginErrors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="458"/>
        <source>Older limit for gateway errors in a row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="459"/>
        <source>Counts failures to connect apart from errors that the endpoint itself answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="460"/>
        <source>Time between two looks at the endpoints, in which ejections and returns are decided.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="461"/>
        <source>How long a first ejection lasts; each further one lasts that much longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="462"/>
        <source>Largest share of the endpoints that may be ejected at once; with few endpoints 10 % may mean one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="463"/>
        <source>Below this share of healthy endpoints ejection is ignored and all endpoints are used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="464"/>
        <source>HTTP status codes that count as errors, in place of all 5xx.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="465"/>
        <source>HTTP method that opens the tunnel, CONNECT or POST.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="466"/>
        <source>Host to which the proxy at the end of the tunnel connects.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="467"/>
        <source>Port at the host behind the tunnel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="468"/>
        <source>Version of the PROXY protocol header: V1 is text, V2 is binary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="469"/>
        <source>Share of the active and pending requests that may be retries at the same time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="470"/>
        <source>Retries that are always allowed, also when there are few requests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="471"/>
        <source>Time over which requests are counted for the budget.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="472"/>
        <source>Changes the Envoy configuration that Istio makes, directly; powerful, unchecked and tied to versions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="473"/>
        <source>Pods whose proxies are patched; without it all of the namespace, or of the mesh in the root namespace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="474"/>
        <source>Gateways or waypoints whose proxies are patched, in place of labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="475"/>
        <source>Patches, applied in this order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="476"/>
        <source>Order among EnvoyFilters: lower numbers are applied first, negative ones before the default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="477"/>
        <source>Choose proxies by labels or by targetRefs, not both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="478"/>
        <source>Part of Envoy&apos;s configuration that is patched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="479"/>
        <source>Which objects of that part are meant; without conditions, all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="480"/>
        <source>What is done to the objects found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="481"/>
        <source>Traffic direction or kind of proxy that the patch is for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="482"/>
        <source>Conditions on the proxy itself, such as its version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="483"/>
        <source>Conditions on listeners.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="484"/>
        <source>Conditions on route configurations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="485"/>
        <source>Conditions on clusters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="486"/>
        <source>Conditions on what a waypoint serves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="487"/>
        <source>A patch matches one kind of object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="488"/>
        <source>With context WAYPOINT the conditions stand in waypoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="489"/>
        <source>The conditions in waypoint need the context WAYPOINT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="490"/>
        <source>Regular expression for the Istio version of the proxy, for example ^1\.2.*.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="491"/>
        <source>Entries that the proxy&apos;s own metadata must have, each with exactly this text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="492"/>
        <source>Exact name of the listener.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="493"/>
        <source>Service port, or gateway port, that the listener is for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="494"/>
        <source>Name of the service port, where set; rarely needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="495"/>
        <source>Condition on one filter chain of the listener.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="496"/>
        <source>Name of a listener filter to work on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="497"/>
        <source>Exact name of the filter chain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="498"/>
        <source>Server name that the filter chain is for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="499"/>
        <source>Transport of the chain: tls or raw_buffer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="500"/>
        <source>Transport socket that the chain uses, for example tls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="501"/>
        <source>Application protocols (ALPN) of the chain, comma separated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="502"/>
        <source>Destination port that the chain is for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="503"/>
        <source>Network filter in the chain to work on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="504"/>
        <source>Name of the network filter, for example envoy.filters.network.http_connection_manager.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="505"/>
        <source>Filter inside it to work on, usually an HTTP filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="506"/>
        <source>Exact name of the route configuration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="507"/>
        <source>Port that the routes are for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="508"/>
        <source>Name of the gateway&apos;s port that the routes are for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="509"/>
        <source>Gateway, as namespace/name, from which the routes were made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="510"/>
        <source>Condition on a virtual host of the routes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="511"/>
        <source>Name of the virtual host, made of host and port such as reviews.prod.svc.cluster.local:9080.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="512"/>
        <source>One of the domains of the virtual host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="513"/>
        <source>Condition on a single route of the virtual host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="514"/>
        <source>Name of the HTTP route to match, as in the VirtualService.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="515"/>
        <source>What the matched route does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="516"/>
        <source>Exact name of the cluster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="517"/>
        <source>Full host name of the service that the cluster is for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="518"/>
        <source>Subset that the cluster is for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="519"/>
        <source>Service port that the cluster is for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="520"/>
        <source>Service port whose traffic the waypoint handles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="521"/>
        <source>Filter of the waypoint to work on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="522"/>
        <source>Route of the waypoint to work on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="523"/>
        <source>Name of the waypoint&apos;s route.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="524"/>
        <source>What to do: merge, add, remove, insert at a place, or replace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="525"/>
        <source>Envoy configuration, written as YAML, that is merged or added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="526"/>
        <source>Place of an added filter: before or after Istio&apos;s authentication, authorization or statistics.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="527"/>
        <source>Opens ports on proxies at the edge of the mesh and says which hosts and certificates they serve.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="528"/>
        <source>Ports that the gateway listens on, each with its hosts and TLS settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="529"/>
        <source>Labels of the pods that act as this gateway; without any, every proxy of the mesh does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="530"/>
        <source>Name of the server, unique within the gateway; used in metrics.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="531"/>
        <source>Port and protocol that the gateway listens on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="532"/>
        <source>Host names served here, with an optional namespace/ in front that says whose routes may use them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="533"/>
        <source>Certificates and TLS mode of the server; needed for HTTPS and TLS ports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="534"/>
        <source>Address or unix socket to listen on; all addresses by default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="535"/>
        <source>Place where the traffic goes by default, as 127.0.0.1:PORT; not implemented by Istio.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="536"/>
        <source>Number of the port that the gateway opens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="537"/>
        <source>Protocol spoken on the port: HTTP, HTTPS, GRPC, HTTP2, MONGO, TCP or TLS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="538"/>
        <source>Label of the port, for example https-main.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="539"/>
        <source>Port of the pods to which the traffic goes; it has no effect on a gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="540"/>
        <source>Sets start-up options of proxies for a workload or a namespace; takes effect when pods restart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="541"/>
        <source>Pods that the options are for; without it all of the namespace, or of the mesh in the root namespace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="542"/>
        <source>Worker threads of the proxy; 0 takes the number from the CPU requests and limits of the container.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="543"/>
        <source>Environment variables for the proxy&apos;s container.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="544"/>
        <source>Which proxy image is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="545"/>
        <source>Adds a service to the mesh that Kubernetes does not know, such as an outside API or a set of VMs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="546"/>
        <source>Names under which the service is called; a wildcard such as *.example.com is possible, a lone * is not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="547"/>
        <source>Virtual addresses of the service, single or as ranges; TCP traffic to them belongs to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="548"/>
        <source>Ports of the service, each with a protocol.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="549"/>
        <source>Whether the service counts as part of the mesh, which decides on mTLS and telemetry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="550"/>
        <source>How addresses are found: NONE keeps that of the caller, STATIC uses endpoints, DNS asks for the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="551"/>
        <source>Places where the service runs, as addresses or names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="552"/>
        <source>Chooses pods and WorkloadEntries of the namespace as endpoints; for services inside the mesh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="553"/>
        <source>Namespaces that see this service; * stands for all of them, a dot for only its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="554"/>
        <source>Names of which the certificates of the endpoints must carry at least one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="555"/>
        <source>Endpoints are either listed or selected by labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="556"/>
        <source>Address ranges only work with resolution NONE or STATIC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="557"/>
        <source>With resolution NONE there are no endpoints.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="558"/>
        <source>With DNS_ROUND_ROBIN there is at most one endpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="559"/>
        <source>Each port number stands only once in a ServiceEntry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="560"/>
        <source>Number of the port under which the service is called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="561"/>
        <source>Name of the service&apos;s port; endpoints refer to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="562"/>
        <source>Protocol of the port, for example HTTP, GRPC, TLS or TCP; decides what routing can see.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="563"/>
        <source>Port at the endpoints, where it differs from the number above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="564"/>
        <source>Limits what a workload&apos;s proxy listens to and which services it knows; saves memory in large meshes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="565"/>
        <source>Pods this Sidecar is for; without it, it is the default of the namespace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="566"/>
        <source>Ports for incoming traffic, in place of those taken from the services.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="567"/>
        <source>Hosts that the workload may call; without any, the default of the namespace or mesh holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="568"/>
        <source>Limits on connections and requests that come in, unless an ingress port has its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="569"/>
        <source>What happens to calls of hosts that the proxy does not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="570"/>
        <source>Port of the incoming traffic and its protocol.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="571"/>
        <source>Address to listen on for incoming traffic; the pod&apos;s own by default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="572"/>
        <source>Whether incoming traffic is captured by iptables (DEFAULT, IPTABLES) or sent here on purpose (NONE).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="573"/>
        <source>Where the traffic goes in the pod: 127.0.0.1:PORT, 0.0.0.0:PORT or unix:// and a path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="574"/>
        <source>Certificates for ending TLS at this sidecar, for traffic from outside the mesh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="575"/>
        <source>Limits on connections and requests of this port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="576"/>
        <source>Port the calls are made to; without it the listener is for all ports that are not listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="577"/>
        <source>Address or unix socket to listen on for outgoing traffic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="578"/>
        <source>Whether outgoing traffic is captured by iptables or sent to the listener on purpose (NONE).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="579"/>
        <source>Services that can be reached, as namespace/host; ./* is all of the own namespace, */* is everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="580"/>
        <source>Number of the listener&apos;s port; 0 or absent only with a unix socket.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="581"/>
        <source>Protocol that the listener expects, for example HTTP or TCP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="582"/>
        <source>Label of the listener&apos;s port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="583"/>
        <source>Has no effect in a Sidecar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="584"/>
        <source>ALLOW_ANY lets calls to unknown hosts pass, REGISTRY_ONLY refuses them; the mesh config decides when absent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="585"/>
        <source>Service to which all calls of unknown hosts are sent, in ALLOW_ANY.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="586"/>
        <source>Says how requests to one or more hosts are routed: matches, weights, timeouts, retries and more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="587"/>
        <source>Host names these routes are for; short names get the namespace of this resource, and a leading * is a wildcard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="588"/>
        <source>Gateways the routes apply to, as name or namespace/name; the word mesh stands for all sidecars.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="589"/>
        <source>Routes for HTTP, HTTP/2 and gRPC, tried from top to bottom; the first match takes the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="590"/>
        <source>Routes for encrypted traffic that is passed through unopened, chosen by the server name (SNI) in the handshake.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="591"/>
        <source>Routes for other TCP traffic, chosen by port and address because there are no headers to look at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="592"/>
        <source>Namespaces that see these routes; * stands for all of them, a dot for only its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="593"/>
        <source>Name of the route; it appears in access logs and helps to tell routes apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="594"/>
        <source>Conditions for this route; one entry that holds completely is enough, and without any every request matches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="595"/>
        <source>Where matching requests go; several destinations share them by weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="596"/>
        <source>Answers with a redirect instead of sending the request on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="597"/>
        <source>Answers with a fixed status and body straight from the proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="598"/>
        <source>Hands the rest of the routing to another VirtualService; only allowed when route and redirect are empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="599"/>
        <source>Changes path or host of the request before it is sent on; not together with redirect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="600"/>
        <source>Longest time for the whole request with all its retries; there is no limit by default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="601"/>
        <source>How failed requests are tried again; two retries happen by default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="602"/>
        <source>Adds delays or errors on purpose, to see how callers cope with them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="603"/>
        <source>Gets a copy of each request as well; its answers are thrown away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="604"/>
        <source>Several destinations that each get a copy of the requests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="605"/>
        <source>Share of the requests that mirror gets; all of them when absent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="606"/>
        <source>Older spelling of the mirrored share, in whole percent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="607"/>
        <source>Oldest spelling of the mirrored share, kept for old files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="608"/>
        <source>Lets browsers call this host from pages of other origins (CORS).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="609"/>
        <source>Headers to set, add or remove on requests and answers of this route.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="610"/>
        <source>A route either forwards, redirects, answers directly or delegates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="611"/>
        <source>Name of the match; it is joined to the route&apos;s name in access logs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="612"/>
        <source>Path of the request, compared without the query string.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="613"/>
        <source>Compares exact and prefix paths without regard to upper and lower case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="614"/>
        <source>Scheme of the request, http or https.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="615"/>
        <source>HTTP method such as GET or POST; compared with upper and lower case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="616"/>
        <source>Host that the request asks for, the Host or :authority header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="617"/>
        <source>Headers that must all match, by lower-case name; an empty condition asks only that the header is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="618"/>
        <source>Headers that must not match; a request that fits one of them is not taken by this entry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="619"/>
        <source>Query parameters that must all match, by name; only exact and regex are usual here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="620"/>
        <source>Port of the service the request was sent to; not needed when the host has only one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="621"/>
        <source>Labels that the pod of the caller must have; only works for callers with a sidecar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="622"/>
        <source>Namespace the caller&apos;s pod must be in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="623"/>
        <source>Gateways for which this condition holds; they replace the list at the top for this entry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="624"/>
        <source>Prefix of the metrics that the proxy counts for this route, readable for people.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="625"/>
        <source>Service and subset that the requests go to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="626"/>
        <source>Share beside the other destinations in proportion to their sum; a lone destination gets everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="627"/>
        <source>Headers to change only on what goes to this destination.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="628"/>
        <source>Service that receives the copied requests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="629"/>
        <source>Share of the requests copied to this destination; all of them when absent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="630"/>
        <source>Changes to request headers before they reach the destination.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="631"/>
        <source>Changes to answer headers before they reach the caller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="632"/>
        <source>Headers that get exactly this value, whatever stood there before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="633"/>
        <source>Values that are appended to headers, beside those already there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="634"/>
        <source>Names of headers that are taken out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="635"/>
        <source>New path, which replaces the whole path or the matched prefix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="636"/>
        <source>New text for the prefix of the path that the match found; the rest of the path stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="637"/>
        <source>New host name for the redirect&apos;s address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="638"/>
        <source>New port for the redirect&apos;s address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="639"/>
        <source>Takes the redirect&apos;s port from the scheme (80 or 443) or from the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="640"/>
        <source>New scheme for the redirect&apos;s address, http or https.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="641"/>
        <source>HTTP status of the redirect, one of the 3xx codes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="642"/>
        <source>The port of a redirect is either given or derived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="643"/>
        <source>HTTP status code of the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="644"/>
        <source>Content of the answer; without it the answer has no body.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="645"/>
        <source>The body as text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="646"/>
        <source>The body as Base64, for content that is not text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="647"/>
        <source>A body is given as text or as bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="648"/>
        <source>Name of the VirtualService that holds the rest of the routes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="649"/>
        <source>Namespace of the delegate; that of this VirtualService when absent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="650"/>
        <source>New path or, after a prefix match, new text for the matched prefix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="651"/>
        <source>New value of the Host header that the destination sees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="652"/>
        <source>Rewrites the path by a regular expression, for what a prefix cannot express.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="653"/>
        <source>RE2 pattern that is looked for in the path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="654"/>
        <source>Text that replaces each match; \1 to \9 stand for the groups of the pattern.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="655"/>
        <source>Holds requests back before they are forwarded, like a slow network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="656"/>
        <source>Ends requests with an error code, like a broken service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="657"/>
        <source>How long a request that is picked has to wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="658"/>
        <source>Mean of an exponentially distributed delay; not implemented by Istio.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="659"/>
        <source>Share of the requests that are delayed; none when absent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="660"/>
        <source>Older spelling of the delayed share, in whole percent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="661"/>
        <source>A delay is fixed or exponential.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="662"/>
        <source>HTTP status that a picked request is answered with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="663"/>
        <source>Name of the gRPC status that a picked request is answered with, for example UNAVAILABLE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="664"/>
        <source>HTTP/2 error code for a picked request; not implemented by Istio.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="665"/>
        <source>Share of the requests that are ended with the error; none when absent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="666"/>
        <source>A request is aborted with one kind of error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="667"/>
        <source>Origins whose pages may call this host; a match is echoed in Access-Control-Allow-Origin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="668"/>
        <source>Older list of allowed origins, compared exactly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="669"/>
        <source>HTTP methods that other origins may use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="670"/>
        <source>Request headers that other origins may send.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="671"/>
        <source>Answer headers that scripts of other origins may read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="672"/>
        <source>How long a browser may remember the answer to a preflight request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="673"/>
        <source>Whether browsers may send cookies and authorization along from other origins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="674"/>
        <source>What happens to preflight requests whose origin does not match: FORWARD sends them on, IGNORE answers them here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="675"/>
        <source>Conditions for this route, of which one has to hold completely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="676"/>
        <source>Where the matching connections go; several destinations share them by weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="677"/>
        <source>Server names in the TLS handshake to match; they have to lie within the hosts of the VirtualService.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="678"/>
        <source>Address ranges of the destination, in the form 10.0.0.0/8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="679"/>
        <source>Port the connection was opened to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="680"/>
        <source>Labels of the calling pod, all of them; only for callers with a sidecar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="681"/>
        <source>Namespace that the calling pod has to be in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="682"/>
        <source>Gateways for which this TLS condition holds; they replace the list at the top.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="683"/>
        <source>Conditions for this route, one of which must hold; without any, all connections match.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="684"/>
        <source>Where the connections go; several destinations share them by weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="685"/>
        <source>Address ranges that the connection is opened to, for example 10.1.0.0/16.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="686"/>
        <source>Port that the TCP connection was opened to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="687"/>
        <source>Address range of the caller; not implemented by Istio.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="688"/>
        <source>Labels that the pod opening the connection must have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="689"/>
        <source>Namespace of the pod that opens the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="690"/>
        <source>Gateways for which this TCP condition holds; they replace the list at the top.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="691"/>
        <source>Service and subset that the connections go to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="692"/>
        <source>Share of the connections beside the other destinations; a lone destination gets all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="693"/>
        <source>Describes one machine outside Kubernetes, such as a VM, that belongs to the mesh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="694"/>
        <source>Describes machines outside Kubernetes that are alike, as a pattern for the WorkloadEntries they register.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="695"/>
        <source>Labels and annotations that each registered WorkloadEntry gets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="696"/>
        <source>Pattern for the WorkloadEntries; address and labels are filled in when a machine registers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="697"/>
        <source>How the agent on the machine finds out whether the application is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="698"/>
        <source>Labels for the WorkloadEntries of the group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="699"/>
        <source>Annotations for the WorkloadEntries of the group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="700"/>
        <source>Usually left out, because every machine brings its own address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="701"/>
        <source>Port on the machines for each named port of the service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="702"/>
        <source>Labels by which services and policies find the machines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="703"/>
        <source>Network that the machines are in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="704"/>
        <source>Place of the machines as region/zone/subzone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="705"/>
        <source>Load-balancing weight of each machine of the group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="706"/>
        <source>Service account that gives the machines their mTLS identity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="707"/>
        <source>A machine behind a unix socket has no ports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="708"/>
        <source>Waiting time after the start before the first probe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="709"/>
        <source>Time in which a probe has to be answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="710"/>
        <source>Time between two probes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="711"/>
        <source>Successes in a row after which the machine counts as ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="712"/>
        <source>Failures in a row after which the machine counts as not ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="713"/>
        <source>Probes with an HTTP request; 200 to 399 is a success.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="714"/>
        <source>Probes by opening a TCP connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="715"/>
        <source>Probes by running a command; exit code 0 is a success.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="716"/>
        <source>Probes with the health service of gRPC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="717"/>
        <source>A probe works in one way only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="718"/>
        <source>Path that the probe asks for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="719"/>
        <source>Port that the HTTP probe goes to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="720"/>
        <source>Host name or address for the HTTP probe; the machine itself by default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="721"/>
        <source>Scheme of the probe, HTTP or HTTPS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="722"/>
        <source>Headers to send with the probe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="723"/>
        <source>Name of a header sent with the probe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="724"/>
        <source>Text of that header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="725"/>
        <source>Host name or address to open the connection to; localhost by default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="726"/>
        <source>Port that the TCP probe opens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="727"/>
        <source>Program and arguments to run on the machine; no shell is involved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="728"/>
        <source>Port of the gRPC health service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="729"/>
        <source>Name of the service to ask the health service about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="730"/>
        <source>Says who may send which requests to a workload; a policy that allows nothing refuses everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="731"/>
        <source>Pods the policy protects; without it all of its namespace, or of the mesh in the root namespace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="732"/>
        <source>The one Gateway or Service that the policy is attached to, in place of labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="733"/>
        <source>Gateways, Services or ServiceEntries that the policy is attached to; waypoints need this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="734"/>
        <source>What happens to requests that a rule matches; CUSTOM and DENY are looked at before ALLOW.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="735"/>
        <source>Requests that are meant; one matching rule is enough, and with no rule nothing matches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="736"/>
        <source>Outside authorizer that decides; only with the action CUSTOM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="737"/>
        <source>Workloads are chosen by selector, targetRef or targetRefs, only one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="738"/>
        <source>Name of an ext_authz provider in extensionProviders of the mesh config.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="739"/>
        <source>Who sends the request; one entry has to fit, and without any every sender does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="740"/>
        <source>What is asked for; one entry has to fit, and without any every operation does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="741"/>
        <source>Further conditions, all of which have to hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="742"/>
        <source>Properties of the sender, all of which have to fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="743"/>
        <source>Properties of the request, all of which have to fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="744"/>
        <source>Identities of the sender&apos;s mTLS certificate, as trust-domain/ns/NAMESPACE/sa/ACCOUNT; a * may begin or end them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="745"/>
        <source>Certificate identities that must not be the sender&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="746"/>
        <source>Identities from a valid JWT, as issuer/subject; * stands for any valid token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="747"/>
        <source>JWT identities that the request must not have; * here means requests without a valid token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="748"/>
        <source>Namespaces of the sender, as its mTLS certificate says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="749"/>
        <source>Namespaces that the sender must not be in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="750"/>
        <source>Service accounts of the sender, as ACCOUNT or NAMESPACE/ACCOUNT; a simpler way than principals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="751"/>
        <source>Service accounts that the sender must not have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="752"/>
        <source>Trust domains that the sender&apos;s certificate may come from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="753"/>
        <source>Trust domains that the sender&apos;s certificate must not come from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="754"/>
        <source>Addresses or ranges that the connection comes from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="755"/>
        <source>Addresses or ranges that the connection must not come from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="756"/>
        <source>Addresses or ranges of the original client, by X-Forwarded-For or the PROXY protocol.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="757"/>
        <source>Addresses or ranges that the original client must not have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="758"/>
        <source>Service accounts are not combined with principals or namespaces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="759"/>
        <source>Host names of the request; they are compared without regard to case, and a * may begin or end them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="760"/>
        <source>Host names that the request must not ask for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="761"/>
        <source>Destination ports of the request, as text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="762"/>
        <source>Destination ports that the request must not go to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="763"/>
        <source>HTTP methods; for gRPC this is always POST.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="764"/>
        <source>HTTP methods that the request must not use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="765"/>
        <source>Paths of the request without the query; a * may begin or end them, and {*} or {**} stand for path parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="766"/>
        <source>Paths that the request must not ask for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="767"/>
        <source>Name of the property, for example request.headers[x-token], source.ip or request.auth.claims[iss].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="768"/>
        <source>Accepted values, one of which has to fit; needed unless notValues is given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="769"/>
        <source>Values that must not fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="770"/>
        <source>Says whether workloads accept plain text, mTLS or both from their callers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="771"/>
        <source>Pods that the mode is for; without it all of the namespace, or of the mesh in the root namespace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="772"/>
        <source>Mode for all ports; what is not set here comes from the namespace, then from the mesh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="773"/>
        <source>Mode for single ports, by the number of the port in the pod, not in the Service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="774"/>
        <source>Modes for single ports need a selector with labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="775"/>
        <source>STRICT takes only mTLS, PERMISSIVE also plain text, DISABLE only plain text, UNSET inherits (in the end PERMISSIVE).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="776"/>
        <source>Says which tokens (JWT) a workload can check; bad tokens are refused, missing ones pass.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="777"/>
        <source>Pods that check tokens; without it all of the namespace, or of the mesh in the root namespace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="778"/>
        <source>The one Gateway or Service at which tokens are checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="779"/>
        <source>Gateways, Services or ServiceEntries at which tokens are checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="780"/>
        <source>Issuers whose tokens are accepted; a request with a token of another one is refused with 401.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="781"/>
        <source>Tokens are checked at a selector, a targetRef or targetRefs, only one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="782"/>
        <source>Issuer of the token, compared with its claim iss; usually an address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="783"/>
        <source>Audiences (claim aud) of which the token must name one; without a list the audience is not checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="784"/>
        <source>Address of the issuer&apos;s public keys; found through OpenID discovery when absent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="785"/>
        <source>Older spelling of the address of the public keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="786"/>
        <source>The public keys themselves, as JSON, in place of an address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="787"/>
        <source>Headers that may carry the token; Authorization with Bearer by default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="788"/>
        <source>Query parameters that may carry the token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="789"/>
        <source>Cookies that may carry the token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="790"/>
        <source>Header in which the checked payload is passed on, as Base64.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="791"/>
        <source>Claims that are passed on, each in a header of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="792"/>
        <source>Leaves the token in the request that is passed on; otherwise it is taken out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="793"/>
        <source>Time limit for fetching the public keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="794"/>
        <source>Whether a request without a token of this issuer passes (OPTIONAL) or is refused (REQUIRED).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="795"/>
        <source>Claims whose text is a list separated by blanks, beside scope and permission.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="796"/>
        <source>The public keys come from an address or are given inline, not both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="797"/>
        <source>Name of a header that may carry the token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="798"/>
        <source>Text in front of the token in the header, for example &quot;Bearer &quot; with its blank.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="799"/>
        <source>Header that gets the claim.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="800"/>
        <source>Claim of the token to pass on; a dot leads into nested claims.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="801"/>
        <source>Says which traces, metrics and access logs the proxies make, and where they send them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="802"/>
        <source>Pods that the settings are for; without it all of the namespace, or of the mesh in the root namespace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="803"/>
        <source>The one Gateway or Service that the settings are attached to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="804"/>
        <source>Gateways, Services or ServiceEntries that the settings are attached to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="805"/>
        <source>Settings for distributed tracing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="806"/>
        <source>Settings for metrics.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="807"/>
        <source>Settings for access logs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="808"/>
        <source>Telemetry is placed by selector, targetRef or targetRefs, only one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="809"/>
        <source>Side of the traffic that these tracing settings are for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="810"/>
        <source>Where spans are sent; the default of the mesh when absent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="811"/>
        <source>Share of the requests that start a trace, when no one before has decided.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="812"/>
        <source>Passes trace headers on but reports no spans.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="813"/>
        <source>Does not add trace headers to requests either.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="814"/>
        <source>Further tags for each span, by name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="815"/>
        <source>Lets the x-request-id header decide on sampling, as Istio does by default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="816"/>
        <source>Adds Istio&apos;s own tags, such as the mesh id and the revision, to spans.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="817"/>
        <source>Traces what the workload calls (CLIENT), what calls it (SERVER) or both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="818"/>
        <source>Always the same text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="819"/>
        <source>Text of an environment variable of the proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="820"/>
        <source>Text of a request header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="821"/>
        <source>Text built from parts of the request, in the format of access logs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="822"/>
        <source>A tag takes its text from one place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="823"/>
        <source>Fixed text of the tag.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="824"/>
        <source>Environment variable to read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="825"/>
        <source>Text of the tag when the variable is not set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="826"/>
        <source>Request header to read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="827"/>
        <source>Text of the tag when the header is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="828"/>
        <source>Format with Envoy&apos;s placeholders, for example %REQ(:PATH)%.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="829"/>
        <source>Where metrics go; the default of the mesh when absent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="830"/>
        <source>Changes to single metrics, applied in this order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="831"/>
        <source>How often metrics of open TCP connections are reported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="832"/>
        <source>Metrics that are changed; all of them when absent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="833"/>
        <source>Stops the matched metrics.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="834"/>
        <source>Tags to add, change or remove, by name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="835"/>
        <source>One of Istio&apos;s standard metrics, or all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="836"/>
        <source>Name of a metric that is not one of the standard ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="837"/>
        <source>Counts at the caller&apos;s proxy (CLIENT), at the called one&apos;s (SERVER) or at both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="838"/>
        <source>Either a standard metric or a custom one is matched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="839"/>
        <source>UPSERT adds the tag or changes its value, REMOVE takes it away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="840"/>
        <source>Expression (CEL) that gives the tag its value, for example request.host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="841"/>
        <source>A tag that is set needs a value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="842"/>
        <source>A tag that is removed has no value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="843"/>
        <source>Side of the traffic that is logged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="844"/>
        <source>Where log lines go; the default of the mesh when absent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="845"/>
        <source>Stops access logs of the matched traffic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="846"/>
        <source>Condition that picks the requests to log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="847"/>
        <source>Logs at the caller&apos;s proxy (CLIENT), at the called one&apos;s (SERVER) or at both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="848"/>
        <source>CEL expression that must be true for a line to be written, for example response.code &gt;= 400.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="849"/>
        <source>API group of the parent; empty for a Service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="850"/>
        <source>Kind of the parent: Gateway, ListenerSet, or Service for traffic inside the mesh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="851"/>
        <source>Namespace of the parent; that of the route when absent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="852"/>
        <source>Name of the parent that the route attaches to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="853"/>
        <source>Name of one listener (or Service port) to attach to; without it all that allow the route.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="854"/>
        <source>Port of the parent to attach to; without it every port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="855"/>
        <source>Share in proportion to the sum of all weights; 0 sends nothing here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="856"/>
        <source>Changes only to requests that go to this backend.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="857"/>
        <source>Share of the calls in proportion to the sum of all weights; 0 sends nothing here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="858"/>
        <source>Changes only to calls that go to this backend.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="859"/>
        <source>Share of the connections in proportion to the sum of all weights; 0 sends nothing here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="860"/>
        <source>API group of the backend; empty, the default, for a Service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="861"/>
        <source>Kind of the backend, usually Service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="862"/>
        <source>Name of the backend that gets the traffic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="863"/>
        <source>Namespace of the backend; another one than the route&apos;s needs a ReferenceGrant there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="864"/>
        <source>Port of the Service, not of its pods; needed for a Service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="865"/>
        <source>How the header is compared: as the whole text or as a regular expression.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="866"/>
        <source>Name of the header to look at, in any case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="867"/>
        <source>Text or expression that the header has to match.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="868"/>
        <source>Headers that get this value in place of what was there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="869"/>
        <source>Headers to which a value is appended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="870"/>
        <source>Headers that are taken out, by name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="871"/>
        <source>Name of the header to change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="872"/>
        <source>Value of the header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="873"/>
        <source>Backend that gets a copy of each request; its answers are dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="874"/>
        <source>Share of the requests that are copied, in whole percent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="875"/>
        <source>Share of the requests that are copied, as a fraction, for what percent cannot say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="876"/>
        <source>The share of copied requests is a percent or a fraction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="877"/>
        <source>Number above the line; not more than the denominator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="878"/>
        <source>Number below the line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="879"/>
        <source>API group of the object in the same namespace; empty for core kinds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="880"/>
        <source>Kind of the object in the same namespace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="881"/>
        <source>Name of the object in the same namespace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="882"/>
        <source>API group of the object with CA certificates; empty for a ConfigMap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="883"/>
        <source>Kind of the object with CA certificates, usually ConfigMap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="884"/>
        <source>Name of the object whose key ca.crt holds the CA certificates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="885"/>
        <source>API group of the CA object; empty for ConfigMap and Secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="886"/>
        <source>Kind of the CA object, usually ConfigMap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="887"/>
        <source>Name of the CA object, with the certificates under ca.crt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="888"/>
        <source>Namespace of the CA object; another one than the Gateway&apos;s needs a ReferenceGrant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="889"/>
        <source>API group of the certificate&apos;s object; empty, the default, for a Secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="890"/>
        <source>Kind of the certificate&apos;s object, usually Secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="891"/>
        <source>Name of the Secret with tls.crt and tls.key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="892"/>
        <source>Namespace of the Secret; another one than the listener&apos;s needs a ReferenceGrant there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="893"/>
        <source>Name of the cookie or header that carries the session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="894"/>
        <source>Age at which a session ends, however busy it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="895"/>
        <source>Time without requests after which a session ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="896"/>
        <source>Whether the session travels in a cookie or in a header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="897"/>
        <source>Settings for the session cookie.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="898"/>
        <source>A permanent cookie needs an absoluteTimeout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="899"/>
        <source>Whether the cookie outlives the browser session (Permanent) or ends with it (Session).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="900"/>
        <source>Name of the listener, unique within its resource; routes may ask for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="901"/>
        <source>Host name served here; a star as first label is a wildcard, and without a name all hosts are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="902"/>
        <source>Port that the listener opens; several may share one when hosts or protocols differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="903"/>
        <source>Protocol that clients speak here: HTTP, HTTPS, TLS, TCP, UDP or one of the implementation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="904"/>
        <source>How TLS is handled; only for HTTPS and TLS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="905"/>
        <source>Routes that may attach: from which namespaces and of which kinds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="906"/>
        <source>A listener for HTTP, TCP or UDP has no TLS settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="907"/>
        <source>A listener for TCP or UDP has no host name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="908"/>
        <source>Terminate decrypts here, Passthrough hands the encrypted bytes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="909"/>
        <source>Secrets with certificates and keys to offer; the host name of the request picks one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="910"/>
        <source>Settings of the implementation, such as a minimum TLS version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="911"/>
        <source>Terminating TLS needs certificateRefs, or options that say where certificates come from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="912"/>
        <source>Namespaces whose routes may attach.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="913"/>
        <source>Kinds of routes that may attach; all that fit the protocol when absent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="914"/>
        <source>All namespaces, those of a selector, or only the namespace of the listener.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="915"/>
        <source>Labels of the namespaces that may attach, when from is Selector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="916"/>
        <source>API group of the kind of route.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="917"/>
        <source>Kind of route, for example HTTPRoute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="918"/>
        <source>Labels that all have to be there with these values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="919"/>
        <source>Conditions on labels, all of which have to hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="920"/>
        <source>Label that the condition is about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="921"/>
        <source>How the label is tested: In, NotIn, Exists or DoesNotExist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="922"/>
        <source>Values for In and NotIn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="923"/>
        <source>What the filter does; the field of the same name holds its settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="924"/>
        <source>Headers to change in the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="925"/>
        <source>Headers to change in the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="926"/>
        <source>Copies requests to another backend.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="927"/>
        <source>Answers with a redirect; the rule then has no backends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="928"/>
        <source>Changes host or path before the request is forwarded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="929"/>
        <source>Answers to browsers&apos; cross-origin requests (CORS).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="930"/>
        <source>Asks an outside service whether the request may pass.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="931"/>
        <source>Filter that the implementation defines, in a resource of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="932"/>
        <source>A RequestHeaderModifier filter needs its settings in requestHeaderModifier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="933"/>
        <source>The settings in requestHeaderModifier belong to a RequestHeaderModifier filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="934"/>
        <source>A ResponseHeaderModifier filter needs its settings in responseHeaderModifier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="935"/>
        <source>The settings in responseHeaderModifier belong to a ResponseHeaderModifier filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="936"/>
        <source>A RequestMirror filter needs its settings in requestMirror.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="937"/>
        <source>The settings in requestMirror belong to a RequestMirror filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="938"/>
        <source>A RequestRedirect filter needs its settings in requestRedirect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="939"/>
        <source>The settings in requestRedirect belong to a RequestRedirect filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="940"/>
        <source>A URLRewrite filter needs its settings in urlRewrite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="941"/>
        <source>The settings in urlRewrite belong to a URLRewrite filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="942"/>
        <source>A CORS filter needs its settings in cors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="943"/>
        <source>The settings in cors belong to a CORS filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="944"/>
        <source>An ExternalAuth filter needs its settings in externalAuth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="945"/>
        <source>The settings in externalAuth belong to an ExternalAuth filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="946"/>
        <source>An ExtensionRef filter needs its settings in extensionRef.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="947"/>
        <source>The settings in extensionRef belong to an ExtensionRef filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="948"/>
        <source>Scheme of the new address; that of the request when absent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="949"/>
        <source>Host of the new address; that of the request when absent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="950"/>
        <source>Path of the new address; that of the request when absent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="951"/>
        <source>Port of the new address; the usual one of the scheme when only that is given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="952"/>
        <source>HTTP status of the redirect: 301, 302, 303, 307 or 308.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="953"/>
        <source>Host that the backend sees in place of the requested one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="954"/>
        <source>How the path is changed for the backend.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="955"/>
        <source>Whether the whole path or the matched prefix is replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="956"/>
        <source>New path in full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="957"/>
        <source>Text in place of the matched prefix; needs a PathPrefix match.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="958"/>
        <source>With ReplaceFullPath the new path stands in replaceFullPath.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="959"/>
        <source>The path in replaceFullPath needs the type ReplaceFullPath.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="960"/>
        <source>The text in replacePrefixMatch needs the type ReplacePrefixMatch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="961"/>
        <source>Origins whose pages may call, as scheme://host:port; * is any.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="962"/>
        <source>Whether browsers send cookies and authorization along.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="963"/>
        <source>Methods that pages of other origins may use; * is any.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="964"/>
        <source>Request headers that pages of other origins may send.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="965"/>
        <source>Answer headers that scripts on pages of other origins may read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="966"/>
        <source>Seconds for which a browser may remember the answer to a preflight request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="967"/>
        <source>How the authorization service is asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="968"/>
        <source>Service that decides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="969"/>
        <source>Settings for an authorization service that speaks ext_authz over gRPC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="970"/>
        <source>Settings for an authorization service that speaks HTTP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="971"/>
        <source>Whether and how much of the body the authorization service gets to see.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="972"/>
        <source>Request headers that the gRPC authorization service gets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="973"/>
        <source>Prefix for the path of the question to the authorization service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="974"/>
        <source>Further request headers that the HTTP authorization service gets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="975"/>
        <source>Headers of its answer that are copied into the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="976"/>
        <source>Bytes of the body that are kept for the question at most; 0 sends none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="977"/>
        <source>What the filter does to a gRPC call; the field of that name holds its settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="978"/>
        <source>Headers to change in the call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="979"/>
        <source>Headers to change in the answer to the call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="980"/>
        <source>Copies calls to another backend.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="981"/>
        <source>Filter for gRPC that the implementation defines, in a resource of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="982"/>
        <source>A gRPC RequestHeaderModifier filter needs its settings in requestHeaderModifier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="983"/>
        <source>The gRPC settings in requestHeaderModifier belong to a RequestHeaderModifier filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="984"/>
        <source>A gRPC ResponseHeaderModifier filter needs its settings in responseHeaderModifier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="985"/>
        <source>The gRPC settings in responseHeaderModifier belong to a ResponseHeaderModifier filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="986"/>
        <source>A gRPC RequestMirror filter needs its settings in requestMirror.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="987"/>
        <source>The gRPC settings in requestMirror belong to a RequestMirror filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="988"/>
        <source>A gRPC ExtensionRef filter needs its settings in extensionRef.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="989"/>
        <source>The gRPC settings in extensionRef belong to an ExtensionRef filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="990"/>
        <source>The text has to be equal to this value, upper and lower case included.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="991"/>
        <source>The text has to begin with this value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="992"/>
        <source>The whole text has to match this regular expression in RE2 syntax.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="993"/>
        <source>A text is compared in one way only: exact, prefix or regex.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="994"/>
        <source>Share of the requests, from 0 to 100; fractions such as 0.5 are allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="995"/>
        <source>Number of the port of the service, from 1 to 65535.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="996"/>
        <source>Service that gets the traffic; a short name is completed with the namespace of this resource, not with that of the caller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="997"/>
        <source>Named version of the service; a DestinationRule for the same host has to define it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="998"/>
        <source>Port of the service to send to; it may be left out when the service has only one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="999"/>
        <source>Labels that a pod must carry, all of them, to be selected; wildcards are not possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1000"/>
        <source>Labels that all have to be on a pod or VM for this resource to apply to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1001"/>
        <source>Labels of the pods and WorkloadEntries that stand behind the hosts of this ServiceEntry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1002"/>
        <source>API group of the target: gateway.networking.k8s.io for a Gateway, empty for a Service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1003"/>
        <source>Kind of the target, for example Gateway, GatewayClass, Service or ServiceEntry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1004"/>
        <source>Name of the resource that the policy is attached to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1005"/>
        <source>Has to stay empty, because a policy can only target its own namespace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1006"/>
        <source>Unanswered probes after which the connection counts as dead; the operating system decides when absent, usually 9.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1007"/>
        <source>Idle time before the first keep-alive probe; the operating system decides when absent, usually two hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1008"/>
        <source>Time between two keep-alive probes; the operating system decides when absent, usually 75 seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1009"/>
        <source>Highest number of TCP connections (or HTTP/1.1 connections) to one destination host; practically unlimited by default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1010"/>
        <source>How long to wait for a TCP connection to be established.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1011"/>
        <source>Turns on TCP keep-alive probes on the socket, so that dead connections are noticed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1012"/>
        <source>Longest life of a connection before it is closed; without it there is no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1013"/>
        <source>A TCP connection without bytes in either direction is closed after this time; 0s turns it off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1014"/>
        <source>Time between two HTTP/2 PING frames that are sent to see whether the peer still answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1015"/>
        <source>How long to wait for the answer to a PING before the connection is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1016"/>
        <source>Requests that may wait for a free connection before new ones fail with 503 and flag UO.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1017"/>
        <source>Requests that may be active to one destination at once, for HTTP/1.1 and HTTP/2 alike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1018"/>
        <source>Requests after which a connection is closed; 1 turns keep-alive off, 0 means no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1019"/>
        <source>Retries that may be under way at once to all hosts of a cluster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1020"/>
        <source>A connection without an active request is closed after this time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1021"/>
        <source>Whether HTTP/1.1 requests to this destination are upgraded to HTTP/2; DEFAULT follows the mesh config.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1022"/>
        <source>Keeps the HTTP version that the client used instead of choosing one for the destination.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1023"/>
        <source>Streams that one HTTP/2 connection may carry at the same time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1024"/>
        <source>Sends HTTP/2 PING frames, so that a broken connection is found while it is idle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1025"/>
        <source>Limits that hold for HTTP and TCP connections alike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1026"/>
        <source>Limits for requests over HTTP/1.1, HTTP/2 and gRPC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1027"/>
        <source>Answers plain HTTP requests with a 301 to HTTPS; meant for a server on an HTTP port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1028"/>
        <source>SIMPLE ends TLS here, MUTUAL also asks for a client certificate, PASSTHROUGH forwards the encrypted bytes by SNI.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1029"/>
        <source>Secret (or ConfigMap for CA certificates) with certificate and key, in the namespace of the gateway&apos;s pods.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1030"/>
        <source>Up to two Secrets, so that an RSA and an ECDSA certificate can be offered side by side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1031"/>
        <source>Path of the certificate file in the proxy&apos;s container; needed with SIMPLE and MUTUAL when no credentialName is given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1032"/>
        <source>Path of the file in the proxy&apos;s container with the private key of the server certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1033"/>
        <source>Path of the file in the proxy&apos;s container with the CA certificates that client certificates are checked against.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1034"/>
        <source>Path of the file with revoked certificates; a client that shows one of them is turned away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1035"/>
        <source>Secret or ConfigMap that holds only the CA certificates for checking client certificates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1036"/>
        <source>Certificate files of the server, at most two, so that an RSA and an ECDSA key can be offered together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1037"/>
        <source>Names of which a client certificate must carry at least one to be accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1038"/>
        <source>Base64 SHA-256 hashes of client public keys that are accepted; a client matching any of these or a certificate hash passes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1039"/>
        <source>SHA-256 fingerprints in hexadecimal of client certificates that are accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1040"/>
        <source>Oldest TLS version that clients may use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1041"/>
        <source>Newest TLS version that is offered; without it the proxy picks its best.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1042"/>
        <source>Cipher suites that may be negotiated; without a list the proxy offers its safe defaults.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1043"/>
        <source>Elliptic curves offered for the key exchange; without a list the proxy&apos;s defaults are used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1044"/>
        <source>Accepts any client certificate without checking it; only for tests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1045"/>
        <source>Certificates come from files (tlsCertificates) or from Secrets (credentialNames), not from both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1046"/>
        <source>Name one Secret with credentialName or several with credentialNames, not both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1047"/>
        <source>Path of one server certificate file in the proxy&apos;s container.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1048"/>
        <source>Path of the key file that belongs to this certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1049"/>
        <source>Path of the CA file that belongs to this certificate, in the proxy&apos;s container.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1050"/>
        <source>Name of a provider as the mesh config lists it under extensionProviders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1051"/>
        <source>Where the endpoint is reached: an IP address, a DNS name where resolution is DNS, or unix:// and the path of a socket.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1052"/>
        <source>Port of this endpoint for each named service port; a name without entry uses the service&apos;s own number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1053"/>
        <source>Labels of the endpoint, which subsets and selectors match just as they match pod labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1054"/>
        <source>Network the endpoint is in; endpoints of another network are reached through a gateway instead of directly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1055"/>
        <source>Place of the endpoint as region/zone/subzone, used by locality load balancing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1056"/>
        <source>Load-balancing weight beside the other endpoints; a higher one gets more traffic in proportion.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1057"/>
        <source>Service account of the workload, if a sidecar runs beside it; gives its mTLS identity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1058"/>
        <source>An endpoint needs an address, or a network whose gateway stands in for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1059"/>
        <source>An endpoint at a unix socket has no ports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1060"/>
        <source>Name of the environment variable that the Wasm module sees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1061"/>
        <source>Text of the variable; only used when valueFrom is INLINE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1062"/>
        <source>INLINE takes the text in value, HOST takes the variable of the same name from the proxy&apos;s own environment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1063"/>
        <source>A variable taken from the HOST has no value of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1064"/>
        <source>Environment variables that are handed to the Wasm virtual machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1065"/>
        <source>Side of the traffic: CLIENT is outgoing, SERVER is incoming, CLIENT_AND_SERVER is both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1066"/>
        <source>Ports the traffic must use, any of them; without a list all ports match.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1067"/>
        <source>One port number, from 1 to 65535, that the extension should work on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1068"/>
        <source>Name of a filter inside the network filter, usually one HTTP filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1069"/>
        <source>Where the module is: oci:// image, https:// address or file:// in the proxy; oci without a scheme.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1070"/>
        <source>Checksum that the downloaded module must have, 64 hexadecimal digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1071"/>
        <source>Whether an OCI image is fetched once or each time; Always is the default for the tag latest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1072"/>
        <source>Secret in the same namespace with the registry&apos;s login.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1073"/>
        <source>Public key for checking the signature of the module; not implemented by Istio.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1074"/>
        <source>Settings handed to the plugin, any YAML.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1075"/>
        <source>Name by which the module knows itself, used when one module holds several plugins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1076"/>
        <source>What happens to requests when the plugin fails: FAIL_CLOSE refuses, FAIL_OPEN lets them pass, FAIL_RELOAD restarts it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1077"/>
        <source>Settings for the virtual machine that the module runs in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1078"/>
        <source>Kind of filter: HTTP works on requests, NETWORK on bytes of connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1079"/>
        <source>How often a failed request is tried again at most; 0 turns retries off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1080"/>
        <source>Time limit of each single try; the timeout of the route when absent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1081"/>
        <source>Failures that are tried again, comma separated: Envoy&apos;s policy names or status codes such as 503.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1082"/>
        <source>Lets retries go to endpoints of other localities too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1083"/>
        <source>Prefers an endpoint that has not been tried yet for the next try.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1084"/>
        <source>Base waiting time between two tries; it grows and is randomised with each one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1085"/>
        <source>Switches locality load balancing on or off for this host, whatever the mesh says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1086"/>
        <source>Fixed shares of traffic from one locality to others, in percent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1087"/>
        <source>Region that takes over when the endpoints of another one are unhealthy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1088"/>
        <source>Labels, in order, that client and endpoint should share; those with more in common are used first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1089"/>
        <source>Shares (distribute) and failover between regions exclude each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1090"/>
        <source>Locality of the caller as region/zone/subzone; * stands for any.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1091"/>
        <source>Share for each target locality, in percent; together they make 100.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1092"/>
        <source>Region whose endpoints fail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1093"/>
        <source>Region that gets the traffic then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1094"/>
        <source>DISABLE sends plain text, SIMPLE uses TLS, MUTUAL shows own certificates, ISTIO_MUTUAL those of the mesh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1095"/>
        <source>Path of the client certificate in the proxy&apos;s container; needed with MUTUAL, not used with ISTIO_MUTUAL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1096"/>
        <source>Path of the client&apos;s private key in the proxy&apos;s container.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1097"/>
        <source>Path of the CA file for checking the server&apos;s certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1098"/>
        <source>Path of a file with revoked certificates of servers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1099"/>
        <source>Secret with the client&apos;s certificates; at sidecars only with a workloadSelector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1100"/>
        <source>Names of which the server&apos;s certificate must carry at least one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1101"/>
        <source>Server name that is sent in the TLS handshake.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1102"/>
        <source>Does not check the certificate of the server; only for tests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../build/dev/translations/schematexts.cpp" line="1103"/>
        <source>Variant of the image: default, debug or distroless.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
