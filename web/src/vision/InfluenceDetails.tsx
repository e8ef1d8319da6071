// SPDX-License-Identifier: EUPL-1.2
// What stands behind an arrow: the evidence, how long it takes, how sure it is, and where that comes from.
import { LocalText, useLanguage } from '../shared/language'
import { LedgerNote } from '../shared/LedgerNote'
import { SourceList } from '../shared/Provenance'
import { nodeKey, type Influence } from './causalLayout'

export function InfluenceDetails({ influences, titles }: { influences: Influence[]; titles: (key: string) => string }) {
  return influences.map((influence) => (
    <section key={influence.id} className="influence">
      {influences.length > 1 && <h3>{titles(nodeKey(influence.fromKind, influence.from))}</h3>}
      <OneInfluence influence={influence} />
    </section>
  ))
}

function OneInfluence({ influence }: { influence: Influence }) {
  const { m } = useLanguage()
  const { sign, strength, lagYearsMin, lagYearsMax, confidence, evidence, retest, status, sources, id } = influence
  return (
    <>
      <p className="influence-evidence">
        <LocalText of={evidence} />
      </p>
      <dl className="facts">
        <dt>{m('vision.signTitle')}</dt>
        <dd>{m(`vision.signLong.${sign}`)}</dd>
        <dt>{m('vision.strengthTitle')}</dt>
        <dd>{m(`vision.strength.${strength}`)}</dd>
        <dt>{m('vision.lagTitle')}</dt>
        <dd>{m('vision.lag', { low: lagYearsMin, high: lagYearsMax })}</dd>
        <dt>{m('vision.confidenceTitle')}</dt>
        <dd>{m(`vision.confidence.${confidence}`)}</dd>
        {retest !== undefined && (
          <>
            <dt>{m('vision.retest')}</dt>
            <dd>{retest}</dd>
          </>
        )}
        <dt>{m('shared.statusTitle')}</dt>
        <dd>{m(`shared.status.${status}`)}</dd>
        <dt>{m('shared.source')}</dt>
        <dd>
          <SourceList sources={sources} />
        </dd>
        <LedgerNote kind="influence" id={id} />
      </dl>
    </>
  )
}
