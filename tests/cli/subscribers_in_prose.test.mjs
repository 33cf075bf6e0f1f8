// Articles tell what subscribers get, what a donation is for and what to do about a mistake in a bill, in the words of calls and of lists of
// benefits. Two short sentences of them are no line of the site's own.
import assert from 'node:assert/strict';
import {test} from 'node:test';

import {PLACES, measurePlaced} from './support/held_out.mjs';

const PROSE = [
  ['en', 'Subscribers will get access to the archive and to all podcasts from May, the publisher said on Monday. Until now they had paid extra for both.'],
  ['en', 'Members get early access to tickets and discounts on books, which is why the club has grown to nine hundred. Last year it was half as many.'],
  ['en', 'If you have noticed a mistake in the tax notice, write to the office within a month. Enclose a copy of the notice and the receipts.'],
  ['en', 'The hospice has no wealthy owner and every contribution counts, said the matron. It is paid for by people who were once visitors.'],
  ['de', 'Abonnenten erhalten ab Mai auch Zugang zum Archiv und zu allen Podcasts, teilte der Verlag am Montag mit. Bisher mussten sie dafür extra zahlen.'],
  ['de', 'Wer im Steuerbescheid einen Fehler gefunden hat, kann binnen eines Monats Einspruch einlegen. Schreiben Sie dem Amt und legen Sie die Belege bei.'],
  ['de', 'Das Hospiz lebt von Spenden, und jede Unterstützung hilft, wie die Leiterin sagt. Im Herbst werden viele aus dem Dorf Mitglied im Förderverein.'],
  ['fr', "Les abonnés auront accès dès mai aux archives et à tous les podcasts, a annoncé l'éditeur lundi. Jusqu'ici, ils payaient un supplément."],
  ['fr', "Si vous trouvez une erreur dans votre avis d'impôt, écrivez au centre des finances dans le mois. Joignez une copie de l'avis et les justificatifs."],
  ['fr', "L'hospice vit grâce à ses bénévoles et chaque don compte, explique la directrice. L'an dernier, la commune a donné deux mille euros."],
  ['es', 'Los suscriptores tendrán desde mayo acceso al archivo y a todos los podcasts, anunció la editorial el lunes. Hasta ahora pagaban un suplemento.'],
  ['es', 'Si has encontrado un error en la factura, escribe a la compañía antes de un mes. Adjunta una copia de la factura y el recibo.'],
  ['it', "Gli abbonati hanno accesso da maggio all'archivio e a tutti i podcast, ha annunciato l'editore lunedì. Finora pagavano un supplemento."],
  ['it', 'Se hai trovato un errore nella bolletta, scrivi alla società entro un mese. Allega una copia della bolletta e la ricevuta.'],
  ['it', 'Il nostro progetto vive grazie ai volontari, spiega la direttrice della mensa. Bastano pochi euro per garantire un pasto a chi non ne ha.'],
  ['pt', 'Os assinantes têm acesso desde maio ao acervo e a todos os podcasts, anunciou a editora na segunda. Até agora pagavam um adicional.'],
  ['pt', 'Se você encontrou um erro na conta de luz, escreva à empresa em até um mês. Anexe uma cópia da conta e o recibo.'],
  ['nl', 'Abonnees krijgen vanaf mei ook toegang tot het archief en alle podcasts, meldde de uitgever maandag. Tot nu toe betaalden ze daarvoor extra.'],
  ['nl', 'Heeft u een fout in de aanslag gezien, schrijf dan binnen een maand naar het kantoor. Stuur een kopie van de aanslag mee.'],
  ['pl', 'Prenumeratorzy mają od maja dostęp do archiwum i wszystkich podcastów, podał w poniedziałek wydawca. Do tej pory płacili za to osobno.'],
  ['pl', 'Jeśli zauważysz błąd w decyzji, napisz do urzędu w ciągu miesiąca. Dołącz kopię decyzji i rachunki.'],
  ['sv', 'Prenumeranter får från maj tillgång till hela arkivet och alla poddar, meddelade förlaget i måndags. Hittills har de betalat extra.'],
  ['sv', 'Har du hittat ett fel i deklarationen ska du skriva till Skatteverket inom en månad. Bifoga en kopia och kvitton.'],
  ['sv', 'Kommunen vill ge ett bidrag till kören. Hon hade sett fel i kalendern och kom en dag för sent.'],
  ['no', 'Abonnenter får fra mai tilgang til hele arkivet og alle podkastene, opplyste forlaget mandag. Hittil har de betalt ekstra for det.'],
  ['no', 'Har du funnet en feil i skattemeldingen, må du gi beskjed til etaten innen en måned. Legg ved en kopi og kvitteringer.'],
  ['no', 'Barna tør ikke si fra. Læreren betalte med Vipps til en venn.'],
  ['da', 'Abonnenter får fra maj adgang til hele arkivet og alle podcasts, oplyste forlaget mandag. Hidtil har de betalt ekstra for det.'],
  ['da', 'Har du fundet en fejl i årsopgørelsen, skal du skrive til skattestyrelsen inden en måned. Vedlæg en kopi og kvitteringerne.'],
  ['fi', 'Tilaajat saavat toukokuusta alkaen pääsyn koko arkistoon ja kaikkiin podcasteihin, kustantaja kertoi maanantaina. Tähän asti he ovat maksaneet niistä erikseen.'],
  ['fi', 'Jos huomasit virheen verotuspäätöksessä, ilmoita siitä verottajalle kuukauden kuluessa. Liitä mukaan kopio päätöksestä.'],
  ['cs', 'Předplatitelé mají od května přístup ke kompletnímu archivu a všem podcastům, oznámil v pondělí vydavatel. Dosud za to platili zvlášť.'],
  ['cs', 'Našli jste chybu ve vyúčtování? Do měsíce napište dodavateli a přiložte kopii faktury i doklad o zaplacení.'],
  ['ru', 'Подписчики получат с мая доступ к полному архиву и всем подкастам, сообщило издательство в понедельник. До сих пор они платили отдельно.'],
  ['ru', 'Если вы нашли ошибку в квитанции, напишите в управляющую компанию в течение месяца. Приложите копию квитанции.'],
  ['uk', 'Передплатники мають із травня доступ до архіву та всіх подкастів, повідомило видавництво в понеділок. Досі вони платили окремо.'],
  ['uk', 'Якщо ви знайшли помилку в квитанції, напишіть до компанії протягом місяця. Додайте копію квитанції.'],
  ['tr', "Aboneler mayıstan itibaren arşive ve tüm podcast'lere erişecek, yayınevi pazartesi günü açıkladı. Şimdiye kadar bunun için ek ücret ödüyorlardı."],
  ['tr', 'Faturada bir hata mı buldunuz, bir ay içinde şirkete yazın. Faturanın bir kopyasını ve makbuzu ekleyin.'],
  ['ar', 'يحصل المشتركون منذ مايو على قراءة غير محدودة للأرشيف وعلى جميع حلقات البودكاست، بحسب ما أعلنت الدار يوم الاثنين. وكانوا يدفعون مبلغا إضافيا.'],
  ['he', 'המנויים מקבלים מחודש מאי גישה לארכיון ולכל הפודקאסטים, הודיעה ההוצאה ביום שני. עד כה הם שילמו על כך בנפרד.'],
  ['he', 'התושבים תרמו סכום גדול לבית החולים. בני הנוער הצטרפו לקהילה של מתנדבים.'],
  ['hi', 'ग्राहकों को मई से पूरे संग्रह और सभी पॉडकास्ट तक पहुँच मिलेगी, प्रकाशक ने सोमवार को बताया। अब तक वे इसके लिए अलग से पैसे देते थे।'],
  ['hi', 'जाँच रिपोर्ट में कोई गलती नहीं मिली, अधिकारी ने कहा। जिन किसानों का पहले से खाता है, उन्हें पैसा सीधे मिलेगा।'],
  ['id', 'Pelanggan mendapat akses ke arsip lengkap dan semua podcast sejak Mei, kata penerbit pada hari Senin. Selama ini mereka membayar tambahan.'],
  ['id', 'Jika Anda menemukan kesalahan pada tagihan, hubungi perusahaan dalam waktu sebulan. Lampirkan salinan tagihan.'],
  ['vi', 'Từ tháng Năm, độc giả trả phí được truy cập toàn bộ kho lưu trữ và podcast, nhà xuất bản cho biết hôm thứ Hai. Trước đó họ phải trả thêm tiền.'],
  ['vi', 'Khách hàng mở tài khoản mới tại ngân hàng cần mang theo giấy tờ. Nếu phát hiện sai sót trong bản kê, hãy báo trong vòng một tháng.'],
  ['th', 'สมาชิกจะเข้าถึงคลังข่าวย้อนหลังและพอดแคสต์ทั้งหมดตั้งแต่เดือนพฤษภาคม สำนักพิมพ์แจ้งเมื่อวันจันทร์ ก่อนหน้านี้ต้องจ่ายเพิ่ม'],
  ['ja', '有料会員は5月から過去の記事とすべての音声番組を利用できるようになると、同社は月曜日に発表した。これまでは追加料金が必要だった。'],
  ['ja', '判決の誤りに気づいた場合は、1か月以内に裁判所へ申し立ててください。写しと領収書を添えます。'],
  ['zh', '出版社周一表示，会员从五月起可以查阅全部历史资料并收听播客。此前他们需要另外付费。'],
  ['zh', '如发现账单有错误，请在一个月内联系公司，并附上账单复印件和收据。'],
  ['ko', '구독자는 5월부터 지난 기사와 모든 팟캐스트를 이용할 수 있다고 출판사가 월요일에 밝혔다. 지금까지는 따로 돈을 내야 했다.'],
  ['ko', '고지서에 잘못된 내용이 있으면 한 달 안에 구청에 알려야 합니다. 고지서 사본과 영수증을 함께 내세요.'],
];

// The last place of a web page is a box of its own.
const lost = measurePlaced(PROSE.map(([language, text]) => ({language, kind: 'business', text})))
  .filter(({wrong, place}) => wrong && place !== PLACES.html[2]);

test('prose about subscribers, donations and mistakes stays', () => {
  assert.deepEqual(lost.map(({language, input, place, text}) => `${language}, ${input}, ${place}: ${text}`), []);
});
