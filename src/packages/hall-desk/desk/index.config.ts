export default definePageConfig({ navigationBarTitleText: '叫号工作台' })
