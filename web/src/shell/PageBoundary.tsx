// SPDX-License-Identifier: EUPL-1.2
// Our own faults end here: the frame stays and the reader is told what to do.
import { Component, type ReactNode } from 'react'
import { Failure } from '../shared/States'

interface State {
  fault: string | null
}

export class PageBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { fault: null }

  static getDerivedStateFromError(error: unknown): State {
    return { fault: error instanceof Error ? error.message : String(error) }
  }

  override render() {
    if (this.state.fault === null) return this.props.children
    return <Failure problem={{ type: 'about:blank', title: 'page', status: -1, detail: this.state.fault }} />
  }
}
