import { act, render, screen } from '@testing-library/react'
import { prefer } from '../../../src/client/preferences'
import { forgetQueries } from '../../../src/client/queries'
import { beginSession, signOutHere } from '../../../src/client/session'
import MePage from '../../../src/pages/me'
import { serve } from '../../harness/taro/server'

const me = (more: Readonly<Record<string, unknown>> = {}) => ({
  accountId: 'a',
  grants: [],
  taxpayers: [],
  createdAt: 0,
  demonstration: true,
  ...more,
})

beforeEach(() => beginSession({ token: 'T' }))
afterEach(() =>
  act(() => {
    signOutHere()
    forgetQueries('')
    prefer({ language: 'zh-CN' })
  }),
)

describe('roles and duties', () => {
  const grants = [
    { role: 'officer', halls: ['east'], duties: ['review', 'moderate', 'a-later-one'] },
    { role: 'officer', halls: ['west'] },
  ]
  test('are shown in the language in use, each once; what this version does not know is left out', async () => {
    serve({ 'accounts/me': me({ grants }) })
    render(<MePage />)
    expect(await screen.findByText('审核')).toBeInTheDocument()
    expect(screen.getAllByText('税务人员')).toHaveLength(1)
    expect(screen.getByText('内容管理')).toBeInTheDocument()
    expect(screen.queryByText('审批')).toBeNull()
    expect(document.body).not.toHaveTextContent('a-later-one')
    act(() => prefer({ language: 'en' }))
    expect(await screen.findByText('Review')).toBeInTheDocument()
  })
})
