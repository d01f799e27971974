/** What rules of refunds stand on, named once. */
import { text, type Text } from '../../core/pure/text'

const law = (zh: string, en: number): Text =>
  text(`《中华人民共和国税收征收管理法》第${zh}条`, `Tax Collection and Administration Law, article ${en}`)

const rules = (zh: string, en: number): Text =>
  text(
    `《中华人民共和国税收征收管理法实施细则》第${zh}条`,
    `Implementing Rules of the Tax Collection and Administration Law, article ${en}`,
  )

/** Reliefs are by law alone, and are applied for (减税、免税). */
export const collectionLaw33 = law('三十三', 33)
/** Overpaid tax is refunded; three years; interest. */
export const collectionLaw51 = law('五十一', 51)
/** Ten and thirty days; where interest is not due; whose rate. */
export const collectionRules78 = rules('七十八', 78)
/** Arrears come first. */
export const collectionRules79 = rules('七十九', 79)

/** What the catalogue of services of the tax offices (纳税服务规范) says of refunds: form, papers, who may ask. */
export const serviceCatalogue = text(
  '误收多缴退抵税办理指南（纳税服务规范）',
  'Guide to refunds of overpaid tax (tax service standard)',
)

/** Known of the field, without a text at hand: 以主管税务机关最新规定为准. */
export const practice = text('税务机关现行做法', 'Current practice of the tax authority')
