// SPDX-License-Identifier: EUPL-1.2
// What is on the page, as a file: the table for a spreadsheet, the picture for a report.
import { useState } from 'react'
import { csvFile, download } from './download'
import { useLanguage } from './language'
import type { PictureFile } from './picture'
import type { TableFile } from './tableFile'

interface TakeAlongProps {
  /** Of the files, without an ending. */
  name: string
  table: () => TableFile
  /** The picture when there is one on the page now. */
  picture?: () => PictureFile | null
}

type Make = () => Blob | Promise<Blob>

export function TakeAlong({ name, table, picture }: TakeAlongProps) {
  const { m } = useLanguage()
  const [failed, setFailed] = useState(false)
  const save = (ending: string, make: Make) => {
    setFailed(false)
    Promise.resolve()
      .then(make)
      .then((content) => download(`${name}.${ending}`, content))
      .catch(() => setFailed(true))
  }
  const drawn = (make: (file: PictureFile) => Promise<Blob>) => () => {
    const file = picture?.()
    if (!file) throw new Error('no picture')
    return make(file)
  }
  const files: { ending: string; title: string; make: Make }[] = [
    { ending: 'csv', title: m('shared.file.csv'), make: () => csvFile(table()) },
    { ending: 'xlsx', title: m('shared.file.xlsx'), make: async () => (await import('./xlsx')).xlsxFile(table()) },
  ]
  if (picture) {
    files.push(
      { ending: 'svg', title: m('shared.file.svg'), make: drawn(async (file) => (await import('./picture')).svgFile(file)) },
      { ending: 'png', title: m('shared.file.png'), make: drawn(async (file) => (await import('./png')).pngFile(file)) },
    )
  }
  return (
    <details className="take-along">
      <summary>{m('shared.takeAlong')}</summary>
      <ul>
        {files.map(({ ending, title, make }) => (
          <li key={ending}>
            <button type="button" className="quiet-button" onClick={() => save(ending, make)}>
              {title}
            </button>
          </li>
        ))}
      </ul>
      <p role="status">{failed && m('shared.takeAlongFailed')}</p>
    </details>
  )
}
