// SPDX-License-Identifier: EUPL-1.2
// Who works on what: challenges against efforts, with the empty rows marked.
import { useMemo, useState } from 'react'
import type { Coverage, VisionTree } from '../api/types'
import { useApi } from '../shared/api'
import { Figure } from '../shared/Figure'
import { LocalText, useLanguage } from '../shared/language'
import { documentPath, Link } from '../shared/Link'
import { Failure, Loading } from '../shared/States'
import { CoverageMatrix } from './CoverageMatrix'
import './coverage.css'

const forms = ['policy_programme', 'area_programme', 'project', 'scheme', 'action'] as const

export function CoverageView() {
  const coverage = useApi<Coverage>('/coverage')
  const tree = useApi<VisionTree>('/vision-tree')
  const problem = coverage.error ?? tree.error
  if (coverage.data && tree.data) return <Matrix coverage={coverage.data} guidelines={tree.data.guidelines} />
  return problem ? (
    <Failure
      problem={problem}
      retry={() => {
        coverage.reload()
        tree.reload()
      }}
    />
  ) : (
    <Loading skeleton="table" />
  )
}

function Matrix({ coverage, guidelines }: { coverage: Coverage; guidelines: VisionTree['guidelines'] }) {
  const { m, text, label } = useLanguage()
  const [form, setForm] = useState('')
  const efforts = useMemo(
    () => orderByForm(coverage.efforts).filter((effort) => form === '' || effort.form === form),
    [coverage, form],
  )
  const columns = [
    { title: m('vision.challenge') },
    { title: m('vision.guideline') },
    { title: m('vision.efforts'), numeric: true },
    { title: m('vision.which') },
  ]
  const rows = coverage.challenges.map((challenge) => {
    const serving = coverage.cells.filter((cell) => cell.challenge === challenge.id).map((cell) => cell.effort)
    const names = coverage.efforts.filter(({ id }) => serving.includes(id)).map(({ title }) => text(title))
    return [
      `${challenge.number} ${text(challenge.title)}`,
      text(guidelines.find(({ id }) => id === challenge.guideline)?.title),
      challenge.count,
      names.join('; ') || m('vision.nobody'),
    ]
  })
  const controls = (
    <label>
      <span className="visually-hidden">{m('vision.form')}</span>
      <select
        className="utrecht-select utrecht-select--html-select"
        value={form}
        onChange={(event) => setForm(event.target.value)}
      >
        <option value="">{m('vision.allForms')}</option>
        {forms.map((each) => (
          <option key={each} value={each}>
            {label('vision.form', each)}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <Figure
      title={m('vision.coverage')}
      lead={<Lead challenges={coverage.challenges} />}
      controls={controls}
      table={{ columns, rows }}
      downloadName="dekking"
      hasSvg={false}
      picture={<CoverageMatrix coverage={coverage} efforts={efforts} guidelines={guidelines} />}
    />
  )
}

const namedAtMost = 3

/** How many have nobody, and which have the fewest, so that 'hardly anybody' can be seen too. */
function Lead({ challenges }: { challenges: Coverage['challenges'] }) {
  const { m } = useLanguage()
  const empty = challenges.filter(({ count }) => count === 0).length
  const fewest = [...challenges].sort((a, b) => a.count - b.count).slice(0, namedAtMost)
  return (
    <>
      {empty === 0 ? m('vision.noneEmpty', { count: challenges.length }) : m('vision.someEmpty', { count: empty })}{' '}
      <span className="coverage-fewest">
        {m('vision.fewest')}{' '}
        {fewest.map(({ id, number, title, count }, index) => (
          <span key={id}>
            {index > 0 && '; '}
            <Link to={documentPath('challenge', id)}>
              {number} <LocalText of={title} />
            </Link>{' '}
            ({count})
          </span>
        ))}
        .
      </span>{' '}
      <span className="coverage-scope">{m('vision.coverageScope')}</span>
    </>
  )
}

function orderByForm(efforts: Coverage['efforts']): Coverage['efforts'] {
  const rank = (form: string) => forms.findIndex((each) => each === form)
  return [...efforts].sort((a, b) => rank(a.form) - rank(b.form))
}
