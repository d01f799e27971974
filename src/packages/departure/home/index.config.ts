export default definePageConfig({ navigationBarTitleText: '离境退税', enableShareAppMessage: true })
