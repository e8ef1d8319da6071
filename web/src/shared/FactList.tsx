// SPDX-License-Identifier: EUPL-1.2
// What is known of something, name by name; what is not known is left out.
import type { ReactNode } from 'react'

export type Fact = [name: string, value: ReactNode]

export function FactList({ facts }: { facts: Fact[] }) {
  return (
    <dl className="facts">
      {facts
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}
