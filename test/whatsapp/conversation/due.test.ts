import { describe, expect, it } from '@jest/globals'
import { chat } from '../chat.ts'
import { SMALL } from '../small-catalogue.ts'
import { hub } from './kind-hub.ts'

const said = (status: string) => {
  const application = {
    reference: 'DWR-2026-000001',
    service: 'office.wedding',
    title: 'Wedding',
    status,
    restricted: false,
    due: '2026-12-07',
    history: [],
    action:
      status === 'ACTION_REQUIRED'
        ? { kind: 'ANSWER', text: 'Which hall?', due: '2026-12-10', place: null, question: null, options: null }
        : null,
    certificate: null,
  }
  return chat(SMALL, hub({ applications: () => ({ type: 'applications', applications: [application] }) })).writes(
    'status',
  )
}

describe('the day by which an office answers', () => {
  it('is told while the office works', () => {
    expect(said('IN_REVIEW')).toContain('Expected by 7 December 2026')
  })
  it('is not told while the office waits for the citizen, whose own day is', () => {
    expect(said('ACTION_REQUIRED')).toContain('Please answer by 10 December 2026.')
    expect(said('ACTION_REQUIRED')).not.toContain('Expected by')
  })
  it('is not told of what is ended', () => {
    expect(said('WITHDRAWN')).not.toContain('Expected by')
  })
})
