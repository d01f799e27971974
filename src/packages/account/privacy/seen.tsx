/** Who saw my data: newest first, more by a tap, since what comes below it must stay within reach. */
import { api, type Output } from '../../../client/api'
import { usePages } from '../../../client/use-pages'
import { useLanguage, useText } from '../../../messages'
import { texts } from '../messages'
import { momentText } from '../../../messages/dates'
import { Badge, Card, ListItem, PagedList, Words } from '../../../ui'

type Access = Output<'accounts', 'accessLog'>['items'][number]
type Field = 'name' | 'number' | 'phone' | 'export'

const FIELDS: readonly string[] = ['name', 'number', 'phone', 'export'] satisfies readonly Field[]
const isField = (text: string): text is Field => FIELDS.includes(text)

const WHO = /^(self|officer|supervisor|auditor)(.*)$/
type Who = 'self' | 'officer' | 'supervisor' | 'auditor'

/** `officer@chengdong-1 #MGQE`: the role in words, its hall and mark as they are; oneself without either. */
const useWhoText = () => {
  const t = useText(texts)
  return (who: string): string => {
    const [, role, rest = ''] = WHO.exec(who) ?? []
    if (role === undefined) return who
    const words = t(`seen.${role as Who}`)
    return role === 'self' ? words : `${words} ${rest.replace(/^@/, '')}`
  }
}

const Row = ({ access: { who, field, at, purpose } }: { readonly access: Access }) => {
  const t = useText(texts)
  const language = useLanguage()
  const whoText = useWhoText()
  const why = field === 'export' && purpose === 'export' ? t('seen.exported') : purpose
  return (
    <ListItem
      lead={<Badge icon="eye" tone="quiet" />}
      title={t('seenRow', { who: whoText(who), field: isField(field) ? t(`field.${field}`) : field })}
      note={`${momentText(at, language)} · ${t('purpose', { text: why })}`}
    />
  )
}

export const AccessLog = () => {
  const t = useText(texts)
  const pages = usePages('my:accessLog', {
    fetch: (after) => api.accounts.accessLog({ limit: 20, ...(after === undefined ? {} : { after }) }),
    idOf: ({ id }: Access) => id,
  })
  return (
    <PagedList
      id="seen"
      className="sb-card flush sb-list"
      label={t('seenTitle')}
      pages={pages}
      idOf={({ id }) => id}
      auto={false}
      empty={
        <Card>
          <Words as="s">{t('seenNone')}</Words>
        </Card>
      }
    >
      {(access) => <Row access={access} />}
    </PagedList>
  )
}
