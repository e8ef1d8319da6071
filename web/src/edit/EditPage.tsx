// SPDX-License-Identifier: EUPL-1.2
// The form of a document: loads what the change is based on, once, and the fields of its kind.
import { useEffect, useState } from 'react'
import type { Problem, Schemas } from '../api/types'
import { problemOf, send, useApi } from '../shared/api'
import { useLanguage } from '../shared/language'
import { Link } from '../shared/Link'
import { PageHeader } from '../shared/PageHeader'
import { usePlace } from '../shared/router'
import { useSession } from '../shared/session'
import { Empty, Failure, Loading } from '../shared/States'
import type { Document } from './documentTypes'
import { EditForm, type Start } from './EditForm'

const newId = 'nieuw'

type Loaded = { start?: Start; problem?: Problem }

/** The document as it is now, or an empty one. It is not read again while somebody types. */
function useStart(path: string, isNew: boolean): Loaded {
  const [loaded, setLoaded] = useState<Loaded>({})
  useEffect(() => {
    let wanted = true
    if (isNew) return setLoaded({ start: { body: {}, etag: '', relations: [], revision: 0 } })
    setLoaded({})
    send<Document>('GET', path).then(
      ({ data, etag = '' }) =>
        wanted &&
        setLoaded({
          start: {
            body: data.body,
            etag,
            relations: data.relations,
            sources: data.sources,
            revision: data.revision,
            permissions: data.permissions,
          },
        }),
      (error: unknown) => wanted && setLoaded({ problem: problemOf(error) }),
    )
    return () => {
      wanted = false
    }
  }, [path, isNew])
  return loaded
}

export default function EditPage({ params }: { params: Record<string, string> }) {
  const { m } = useLanguage()
  const { collection = '', id = '' } = params
  const { path: here } = usePlace()
  const { session, loading } = useSession()
  const isNew = id === newId
  const path = isNew ? `/documents/${collection}` : `/documents/${collection}/${encodeURIComponent(id)}`
  const { start, problem } = useStart(path, isNew)
  const schema = useApi<Schemas['RecordSchema']>(`/record-schemas/${collection}`)
  const city = useApi<Schemas['City']>('/city')
  if (problem) return <Failure problem={problem} />
  if (schema.error) return <Failure problem={schema.error} retry={schema.reload} />
  if (loading || !start || !schema.data || (!city.data && !city.error)) return <Loading skeleton="page" />
  const may = isNew ? session.account !== undefined : start.permissions?.edit
  if (!may) {
    return (
      <>
        <PageHeader title={m('edit.mayNot')} />
        <Empty title={m(session.account ? 'edit.mayNotText' : 'edit.logInFirst')}>
          <p>{!session.account && <Link to={`/inloggen?terug=${encodeURIComponent(here)}`}>{m('shell.logIn')}</Link>}</p>
        </Empty>
      </>
    )
  }
  return (
    <EditForm
      key={path}
      start={start}
      schema={schema.data}
      path={path}
      languages={city.data?.languages ?? ['nl', 'en']}
      isNew={isNew}
      collection={collection}
    />
  )
}
