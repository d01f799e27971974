/** Reimbursement lists: those that are being filled and those that were handed in; a new one on top. */
import { invalidate } from '../../../client/queries'
import { go, routes } from '../../../client/routes'
import { useSignedIn } from '../../../client/use-signed-in'
import { useLanguage, useText } from '../../../messages'
import { momentText } from '../../../messages/dates'
import { Badge, Card, Empty, ListItem, PagedList, Screen, SignedOut, Tag, Words } from '../../../ui'
import { texts } from '../messages'
import type { Reimbursement } from '../model/answers'
import { MakeList } from '../parts/list/make-list'
import { INVOICES, useLists } from '../parts/queries'
import { useYuan } from '../parts/words'
import '../invoices.css'

const One = ({ list }: { readonly list: Reimbursement }) => {
  const t = useText(texts)
  const language = useLanguage()
  const yuan = useYuan()
  const open = list.state === 'open'
  const sum = t('list.sum', { n: list.count, amount: yuan(list.fen) })
  const when =
    list.handedInAt === null ? '' : t('list.handedInAt', { time: momentText(list.handedInAt, language) })
  return (
    <ListItem
      id={`list-${list.id}`}
      lead={<Badge icon={open ? 'edit' : 'check'} tone={open ? undefined : 'ok'} />}
      title={list.title}
      note={
        <>
          <Words as="s num">{sum}</Words>
          {when !== '' && <Words as="s">{when}</Words>}
        </>
      }
      trail={<Tag tone={open ? undefined : 'ok'}>{t(`list.${list.state}`)}</Tag>}
      onPress={() => void go(routes.reimbursement(list.id))}
    />
  )
}

const Lists = () => {
  const t = useText(texts)
  const pages = useLists()
  return (
    <>
      <Card>
        <MakeList
          onMade={(list) => {
            invalidate(INVOICES)
            void go(routes.reimbursement(list.id))
          }}
        />
      </Card>
      <PagedList
        id="lists"
        label={t('door.lists')}
        className="sb-card flush sb-list"
        pages={pages}
        idOf={({ id }) => id}
        empty={
          <Empty icon="out" title={t('lists.none')}>
            {t('lists.noneWay')}
          </Empty>
        }
      >
        {(list) => <One list={list} />}
      </PagedList>
    </>
  )
}

export default function ListsPage() {
  const t = useText(texts)
  const signedIn = useSignedIn()
  return (
    <Screen id="reimbursements" title={t('door.lists')}>
      <Words as="s">{t('lists.lead')}</Words>
      {signedIn ? <Lists /> : <SignedOut title={t('lists.signIn')} />}
    </Screen>
  )
}
