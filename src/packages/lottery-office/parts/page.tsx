/** The frame of a page of the office, in the words of a lottery. */
import { routes } from '../../../client/routes'
import { useText } from '../../../messages'
import { GoneOfOffice, OfOffice as Frame } from '../../../ui/of-office'
import { texts } from '../messages'
import type { Hall } from '../model/answers'
import { useOffice } from './queries'

/** Whoever has no lottery is told so, with a way out. */
export const OfOffice = ({ children }: { readonly children: (halls: readonly Hall[]) => JSX.Element }) => {
  const t = useText(texts)
  return (
    <Frame office={useOffice()} none={{ title: t('noHall'), way: t('noHallWay') }}>
      {children}
    </Frame>
  )
}

export const Gone = ({ children }: { readonly children?: string }) => {
  const t = useText(texts)
  return <GoneOfOffice way={children ?? t('goneWay')} action={t('toCampaigns')} to={routes.lotteryOffice()} />
}
