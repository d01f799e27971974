/** The frame of a page of the office, in the words of policies. */
import { routes } from '../../../client/routes'
import { useText } from '../../../messages'
import { GoneOfOffice, OfOffice as Frame } from '../../../ui/of-office'
import { texts } from '../messages'
import type { Hall } from '../model/answers'
import { useOffice } from './queries'

/** Whoever publishes nothing is told so, with a way out. */
export const OfOffice = ({ children }: { readonly children: (halls: readonly Hall[]) => JSX.Element }) => {
  const t = useText(texts)
  return (
    <Frame office={useOffice()} none={{ title: t('noHall'), way: t('noHallWay') }}>
      {children}
    </Frame>
  )
}

export const Gone = () => {
  const t = useText(texts)
  return <GoneOfOffice way={t('goneWay')} action={t('toList')} to={routes.policiesOffice()} />
}
