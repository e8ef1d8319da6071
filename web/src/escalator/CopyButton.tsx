// SPDX-License-Identifier: EUPL-1.2
// Copies a text; where the browser does not allow that (a page without https) the text is shown to be copied by hand.
import { useState } from 'react'

interface CopyButtonProps {
  text: () => string
  title: string
  done: string
}

export function CopyButton({ text, title, done }: CopyButtonProps) {
  const [state, setState] = useState<'idle' | 'copied' | 'byHand'>('idle')
  const copy = () => {
    const written = navigator.clipboard?.writeText(text()) ?? Promise.reject(new Error('no clipboard'))
    written.then(
      () => setState('copied'),
      () => setState('byHand'),
    )
  }
  return (
    <span className="copy-button">
      <button type="button" className="quiet-button" onClick={copy}>
        {title}
      </button>
      <span role="status" className="soft">
        {state === 'copied' && `✓ ${done}`}
      </span>
      {state === 'byHand' && (
        <input
          className="utrecht-textbox utrecht-textbox--html-input"
          aria-label={title}
          readOnly
          autoFocus
          value={text()}
          onFocus={(event) => event.target.select()}
        />
      )}
    </span>
  )
}
