/** The frame of a page of the office: signed out, no hall of one’s own, an address that names nothing. */
import type { PropsWithChildren } from 'react'
import { go, routes } from '../../../client/routes'
import { useText } from '../../../messages'
import { Await, Empty, SignedOut } from '../../../ui'
import { texts } from '../messages'
import type { Hall } from '../model/answers'
import { useOffice } from './queries'

/** Whoever has no lottery is told so, with a way out. */
export const OfOffice = ({ children }: { readonly children: (halls: readonly Hall[]) => JSX.Element }) => {
  const t = useText(texts)
  const office = useOffice()
  if (office.signedOut) return <SignedOut title={t('signIn')} />
  return (
    <Await query={office}>
      {({ halls }) =>
        halls.length === 0 ? (
          <Empty icon="desk" title={t('noHall')} action={t('toMe')} onAction={() => void go(routes.me)}>
            {t('noHallWay')}
          </Empty>
        ) : (
          children(halls)
        )
      }
    </Await>
  )
}

export const Gone = ({ children }: PropsWithChildren) => {
  const t = useText(texts)
  return (
    <Empty
      icon="search"
      title={t('gone')}
      action={t('toCampaigns')}
      onAction={() => void go(routes.lotteryOffice())}
    >
      {children ?? t('goneWay')}
    </Empty>
  )
}
