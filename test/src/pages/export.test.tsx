/** What is kept about me, collected to its end. */
import { act, fireEvent, render, screen } from '@testing-library/react'
import { prefer } from '../../../src/client/preferences'
import { forgetQueries } from '../../../src/client/queries'
import { beginSession, signOutHere } from '../../../src/client/session'
import Privacy from '../../../src/packages/account/privacy'
import { refuse, serve } from '../../harness/taro/server'

afterEach(() =>
  act(() => {
    signOutHere()
    forgetQueries('')
    prefer({ language: 'zh-CN', themeChoice: 'system', large: false })
  }),
)

describe('an export of many pages', () => {
  const pageOf = (from: number, count: number, next?: string) => ({
    madeAt: Date.UTC(2026, 10, 24),
    sections: [
      {
        name: 'appointments',
        what: '您的预约',
        documents: Array.from({ length: count }, (_, i) => ({ id: `d${from + i}` })),
      },
    ],
    kept: [],
    complete: next === undefined,
    ...(next === undefined ? {} : { next }),
  })
  const saved = (): { sections: { documents: unknown[] }[]; complete: boolean } =>
    JSON.parse(
      decodeURIComponent(
        (document.getElementById('export-file')?.getAttribute('href') ?? '').replace(/^[^,]*,/, ''),
      ),
    ) as { sections: { documents: unknown[] }[]; complete: boolean }

  test('is collected to its end, each page under a key of its own, and saved as one file', async () => {
    beginSession({ token: 'T' })
    const { asked } = serve({
      'accounts/accessLog': { items: [] },
      'accounts/export': ({ after }: { after?: string }) => {
        const at = Number(after ?? 0)
        return pageOf(at * 200, 200, at < 6 ? String(at + 1) : undefined)
      },
    })
    render(<Privacy />)
    fireEvent.click(await screen.findByText('导出'))
    expect(await screen.findByText('共 1400 份记录')).toBeInTheDocument()
    const file = saved()
    expect([file.complete, file.sections.length, file.sections[0]?.documents.length]).toEqual([true, 1, 1400])
    const keys = asked
      .filter(({ procedure }) => procedure === 'accounts/export')
      .map(({ headers }) => headers['Idempotency-Key'])
    expect(new Set(keys).size).toBe(7)
    expect(screen.queryByText('导出')).toBeNull()
  })

  test('keeps what was read when a page fails, says that it is not all, and goes on behind it', async () => {
    beginSession({ token: 'T' })
    const { asked, answers } = serve({
      'accounts/accessLog': { items: [] },
      'accounts/export': ({ after }: { after?: string }) =>
        after === undefined ? pageOf(0, 3, 'c1') : refuse(403, 'FORBIDDEN', '不行。'),
    })
    render(<Privacy />)
    fireEvent.click(await screen.findByText('导出'))
    expect(await screen.findByText(/还不完整：已读取 3 份记录/)).toBeInTheDocument()
    expect(saved().complete).toBe(false)
    expect(document.getElementById('export-file')).toHaveAttribute(
      'download',
      'shuibang-2026-11-24-partial.json',
    )
    answers['accounts/export'] = pageOf(3, 2)
    fireEvent.click(screen.getByText('接着读取'))
    expect(await screen.findByText('共 5 份记录')).toBeInTheDocument()
    expect(saved().complete).toBe(true)
    expect(asked.at(-1)?.input).toEqual({ after: 'c1' })
  })
})
