// SPDX-License-Identifier: EUPL-1.2
// The profile of a district or neighbourhood.
import { useEffect } from 'react'
import type { AreaProfile as Profile, Reference } from '../api/types'
import { useApi } from '../shared/api'
import { LocalText, useLanguage } from '../shared/language'
import { documentPath, historyPath, Link } from '../shared/Link'
import { PageHeader } from '../shared/PageHeader'
import { SourceList } from '../shared/Provenance'
import { usePlace } from '../shared/router'
import { Failure, Loading } from '../shared/States'
import { AreaSignals } from '../signals/AreaSignals'
import { AgeBars } from './AgeBars'
import { ageIndicators } from './ages'
import { peersOf, type Register } from './areaRegister'
import { MeasurementCard } from './MeasurementCard'
import { NotesSection } from './NotesSection'
import { StripLegend } from './Strip'
import '../edit/document.css'
import './areas.css'

export default function AreaPage({ params }: { params: Record<string, string> }) {
  const { data, error, reload } = useApi<Profile>(`/area-profiles/${encodeURIComponent(params['id'] ?? '')}`)
  if (error) return <Failure problem={error} retry={reload} />
  return data ? <ProfileView profile={data} /> : <Loading skeleton="page" />
}

const standingIn = (profile: Profile, indicator: string) => profile.scores.find((each) => each.indicator === indicator)

function ProfileView({ profile }: { profile: Profile }) {
  const { m, label } = useLanguage()
  const { hash } = usePlace()
  useEffect(() => {
    if (hash.length > 1) document.getElementById(decodeURIComponent(hash.slice(1)))?.scrollIntoView()
  }, [hash])
  const { data: register } = useApi<Register>('/area-register')
  const known = profile.measurements.filter(({ value, status }) => typeof value === 'number' || status === 'suppressed')
  const missing = (register?.indicators ?? []).filter(({ id }) => !known.some(({ indicator }) => indicator === id))
  const shown = known.filter(({ indicator }) => !ageIndicators.includes(indicator))
  const parent = profile.parent
  const back =
    parent && parent.kind === 'district'
      ? { to: documentPath('district', parent.id), title: parent.title['nl'] ?? parent.id }
      : { to: '/buurten', title: m('areas.title') }
  return (
    <>
      <PageHeader
        title={profile.name}
        above={label('edit.kind', profile.level)}
        back={back}
        intro={<LocalText of={profile.summary} />}
        actions={
          <>
            {profile.level !== 'municipality' && (
              <Link to={`/buurten/vergelijken?a=${profile.id}`}>{m('areas.compareThis')}</Link>
            )}
            <Link to={historyPath(profile.level, profile.id)}>{m('edit.history')}</Link>
          </>
        }
      />
      <AreaSignals area={profile.id} />
      <AgeBars profile={profile} />
      <section className="document-section" aria-labelledby="cijfers">
        <h2 id="cijfers">{m('areas.figures')}</h2>
        {shown.length === 0 && <p className="soft">{m('areas.noFigures')}</p>}
        {shown.length > 0 && (
          <StripLegend marker={profile.name} second={m('areas.city')} quartiles={profile.scores.length > 0} dots />
        )}
        <div className="measurements">
          {shown.map((each) => (
            <MeasurementCard
              key={each.indicator}
              measurement={each}
              area={profile}
              standing={standingIn(profile, each.indicator)}
              peers={{
                neighbourhood: peersOf(register, 'neighbourhood', each),
                district: peersOf(register, 'district', each),
              }}
            />
          ))}
        </div>
        {missing.length > 0 && (
          <details className="missing-figures">
            <summary>{m('areas.missing', { count: missing.length })}</summary>
            <p className="soft">{m('areas.missingText')}</p>
            <ul>
              {missing.map((each) => (
                <li key={each.id}>
                  <Link to={historyPath('indicator', each.id)}>
                    <LocalText of={each.title} />
                  </Link>
                </li>
              ))}
            </ul>
          </details>
        )}
      </section>
      <NotesSection profile={profile} />
      <div className="area-lists">
        <References title={m('areas.efforts')} references={profile.efforts} none={m('areas.noEfforts')} />
        <References title={m('edit.kinds.focus_area')} references={profile.focusAreas} none={m('areas.noFocusAreas')} />
        {parent?.kind === 'district' && <References title={m('areas.inDistrict')} references={[parent]} none="" />}
        {profile.children.length > 0 && (
          <References
            title={profile.level === 'district' ? m('areas.inside') : m('areas.districts')}
            references={profile.children}
            none=""
          />
        )}
      </div>
      {profile.sources.length > 0 && (
        <section className="document-section" aria-labelledby="bronnen">
          <h2 id="bronnen">{m('edit.fields.sources')}</h2>
          <SourceList sources={profile.sources} />
        </section>
      )}
    </>
  )
}

function References({ title, references, none }: { title: string; references: Reference[]; none: string }) {
  return (
    <section className="card">
      <h2>
        {title} {references.length > 0 && <span className="soft">({references.length})</span>}
      </h2>
      {references.length === 0 && <p className="soft">{none}</p>}
      <ul>
        {references.map((each) => (
          <li key={each.id}>
            <Link to={documentPath(each.kind, each.id)}>
              <LocalText of={each.title} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
