// The same kind of article in four languages of our own writing, with everything that a page sets apart from
// its text: figures, tables, code, mathematics, quotes, lists and notes.

interface Piece {
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly section: string;
  readonly headline: string;
  readonly dek: string;
  readonly byline: string;
  readonly published: string;
  readonly site: string;
  readonly body: string;
}

const kFormula =
  '<p><math display="block"><mrow><mi>v</mi><mo>=</mo><msqrt><mfrac><mrow><mi>g</mi><mi>λ</mi></mrow><mrow><mn>2</mn><mi>π</mi></mrow></mfrac></msqrt></mrow></math></p>';
const kCode = '<pre><code class="language-python">def mean_level(readings):\n    """Height above the mark, in millimetres."""\n    return sum(readings) / len(readings)  # one reading an hour, every day of the year</code></pre>';

const figure = (caption: string, credit: string, alt: string): string =>
  `<figure><img src="/images/estuary.jpg" width="1200" height="750" alt="${alt}"><figcaption>${caption} <small>${credit}</small></figcaption></figure>`;

export const kEnglish: Piece = {
  language: "en", direction: "ltr", section: "Science", site: "The Harwick Courier",
  headline: "The man who measured the tide for forty-one years",
  dek: "A brass rod, a pencil and a shed on the pier: how a harbour clerk came to keep the longest record of the sea on this coast.",
  byline: "Miriam Oduya", published: "2026-09-12",
  body: `<p>Every morning at six, winter and summer, Aldous Penn walked the 212 steps from the harbour office to the end of the pier, unlocked a shed the size of a wardrobe, and wrote down where the sea was. He did it for the first time on 3 May 1962, because the man who should have done it had a cold. He stopped in 2003, because his knees did.</p>
<p>In between he missed four mornings. Two of them were funerals. The figures, some fifteen thousand of them, fill nineteen notebooks with marbled covers, and they are now worth rather more than the pier.<sup><a href="#note-a" id="mark-a">1</a></sup></p>
${figure("The shed at the end of the pier, seen from the water. The rod goes down through its floor.", "Photograph: Harwick Harbour Trust", "A small shed at the end of a pier at dusk")}
<h2>What a rod can tell</h2>
<p>A tide gauge is the simplest of instruments. It answers one question, <em>how high is the water?</em>, and it answers in millimetres above a mark that somebody once cut into the stone. The difficulty lies in asking the same question, in the same way, for long enough. “Anybody can measure the sea once,” says Dr Ilse Brandt, who has spent two years typing Penn’s pencil into a spreadsheet. “Hardly anybody can stand to do it twice a day until they die.”</p>
<blockquote><p>I was never curious about the answer. I was curious whether I would still be there to write it down.</p><p><cite>Aldous Penn, notebook 11</cite></p></blockquote>
<p>Her programme is shorter than his excuses. What it does with a day of readings fits on a postcard:</p>
${kCode}
<p>Long waves travel faster than short ones; in deep water the speed grows with the root of the length:</p>
${kFormula}
<h2>Four decades in five lines</h2>
<p>Between the first notebook and the last, the mean level at Harwick rose by 86 mm. The rise was not even:</p>
<table><caption>Mean level above the 1962 mark</caption><thead><tr><th>Years</th><th>Readings</th><th>Mean, mm</th><th>Rise a year, mm</th></tr></thead><tbody>
<tr><td>1962–1971</td><td>3,648</td><td>4</td><td>1.1</td></tr><tr><td>1972–1981</td><td>3,651</td><td>17</td><td>1.4</td></tr><tr><td>1982–1991</td><td>3,652</td><td>35</td><td>1.9</td></tr><tr><td>1992–2003</td><td>4,107</td><td>86</td><td>3.2</td></tr></tbody></table>
<h3>What the clerk left out</h3>
<p>Not everything in the notebooks is water. Penn also recorded, without comment:</p>
<ul><li>the first swallow of each year, which now comes nine days earlier than it did;</li><li>the price of a cup of tea in the harbour café;</li><li>every ship that was late, and by how much.</li></ul>
<p>The trust means to print the notebooks next spring. It asked Penn, who is ninety-four, whether he would write a foreword. He sent a postcard with the time, the date and a number on it.</p>
<ol><li id="note-a">Two more notebooks are lost: they were in the shed on the night of 1 February 1978. <a href="#mark-a">↩</a></li></ol>`,
};

export const kGerman: Piece = {
  language: "de", direction: "ltr", section: "Wissenschaft", site: "Harwicker Bote",
  headline: "Donaudampfschifffahrtsgesellschaften und der lange Atem der Pegelschreiber",
  dek: "Ein Messingstab, ein Bleistift und eine Bretterbude auf der Mole: wie ein Hafenschreiber die längste Wasserstandsaufzeichnung der Küste zustande brachte.",
  byline: "Friederike Außerhofer", published: "2026-09-12",
  body: `<p>Jeden Morgen um sechs, winters wie sommers, ging Alwin Pfennig die 212 Schritte vom Hafenamt bis ans Ende der Mole, schloss eine Bude auf, die kaum größer war als ein Kleiderschrank, und schrieb auf, wo das Meer stand. Zum ersten Mal tat er es am 3. Mai 1962, weil der Zuständige erkältet war; zum letzten Mal 2003, weil die Knie nicht mehr wollten.</p>
<p>Dazwischen fehlen vier Tage. An zweien wurde jemand begraben. Die Zahlen, etwa fünfzehntausend, füllen neunzehn Hefte mit marmoriertem Umschlag, und heute sind sie mehr wert als die Mole selbst.</p>
${figure("Die Bude am Ende der Mole, vom Wasser aus gesehen. Der Stab führt durch den Fußboden hinab.", "Foto: Hafenstiftung Harwick", "Eine kleine Bude am Ende einer Mole in der Dämmerung")}
<h2>Unwahrscheinlichkeitsüberlegungen eines Wasserstandsbeobachters</h2>
<p>Ein Pegel ist das einfachste aller Messgeräte. Er beantwortet eine einzige Frage, und zwar in Millimetern über einer Marke, die irgendwann jemand in den Stein geschlagen hat. Schwierig ist nur, dieselbe Frage lange genug auf dieselbe Weise zu stellen. „Einmal messen kann jeder“, sagt die Ozeanografin Ilse Brandt, die zwei Jahre lang Pfennigs Bleistiftzahlen in eine Tabelle übertragen hat. „Zweimal am Tag, bis man stirbt: das hält kaum einer aus.“</p>
<blockquote><p>Auf die Antwort war ich nie neugierig. Neugierig war ich, ob ich noch da sein würde, um sie aufzuschreiben.</p></blockquote>
<table><caption>Mittlerer Wasserstand über der Marke von 1962</caption><thead><tr><th>Jahre</th><th>Ablesungen</th><th>Mittel in mm</th></tr></thead><tbody><tr><td>1962–1971</td><td>3648</td><td>4</td></tr><tr><td>1972–1981</td><td>3651</td><td>17</td></tr><tr><td>1992–2003</td><td>4107</td><td>86</td></tr></tbody></table>
<p>Die Stiftung will die Hefte im Frühjahr drucken. Sie fragte Pfennig, der vierundneunzig ist, ob er ein Vorwort schreiben wolle. Er schickte eine Postkarte mit Uhrzeit, Datum und einer Zahl.</p>`,
};

export const kArabic: Piece = {
  language: "ar", direction: "rtl", section: "علوم", site: "بريد المرفأ",
  headline: "الرجل الذي قاس المدّ إحدى وأربعين سنة",
  dek: "قضيب من نحاس وقلم رصاص وكوخ على رصيف الميناء: هكذا صار لكاتبٍ في المرفأ أطولُ سجلٍّ للبحر على هذا الساحل.",
  byline: "سلمى الخطيب", published: "2026-09-12",
  body: `<p>كان حسن البحري يمشي كل صباح في السادسة، صيفًا وشتاءً، مئتين واثنتي عشرة خطوة من مكتب المرفأ إلى آخر الرصيف، فيفتح كوخًا لا يكبر الخزانة إلا قليلًا، ويكتب أين وصل البحر. فعل ذلك أول مرة في الثالث من أيار سنة 1962 لأن صاحب العمل كان مزكومًا، وتوقف سنة 2003 لأن ركبتيه لم تعودا تطيعانه.</p>
<p>وبين هذا وذاك فاته أربعة صباحات، اثنان منها كانا لجنازتين. أما الأرقام، وهي نحو خمسة عشر ألفًا، فتملأ تسعة عشر دفترًا، وهي اليوم أغلى من الرصيف نفسه.</p>
${figure("الكوخ في آخر الرصيف كما يُرى من الماء، والقضيب ينزل من أرضه إلى البحر.", "تصوير: هيئة المرفأ", "كوخ صغير في آخر رصيف عند الغروب")}
<h2>ما الذي يقوله القضيب</h2>
<p>مقياس المدّ أبسط الآلات: يجيب عن سؤال واحد، كم يبلغ ارتفاع الماء؟ ويجيب بالمليمترات فوق علامةٍ نحتها أحدهم يومًا في الحجر. والصعوبة كلها أن يُسأل السؤال نفسه بالطريقة نفسها زمنًا كافيًا. تقول الباحثة ليلى برانت، وقد أمضت سنتين تنقل أرقامه إلى جدول: «كل إنسان يستطيع أن يقيس البحر مرة، وقلّ من يطيق أن يقيسه مرتين في اليوم حتى يموت».</p>
<blockquote><p>لم أكن يومًا فضوليًّا لأعرف الجواب، بل لأعرف هل سأكون هناك حين يُكتب.</p></blockquote>
<table><caption>متوسط المستوى فوق علامة 1962</caption><thead><tr><th>السنوات</th><th>القراءات</th><th>المتوسط بالمليمتر</th></tr></thead><tbody><tr><td>1962–1971</td><td>3648</td><td>4</td></tr><tr><td>1992–2003</td><td>4107</td><td>86</td></tr></tbody></table>
<p>وتنوي الهيئة أن تطبع الدفاتر في الربيع المقبل. سألت حسنًا، وقد بلغ الرابعة والتسعين، أن يكتب لها مقدمة، فأرسل بطاقة عليها الساعة والتاريخ ورقم واحد.</p>`,
};

export const kJapanese: Piece = {
  language: "ja", direction: "ltr", section: "科学", site: "港通信",
  headline: "四十一年間、潮を測りつづけた男",
  dek: "真鍮の棒と鉛筆、そして桟橋の小屋。港の書記がこの海岸でもっとも長い海の記録を残すまで。",
  byline: "森下 遥", published: "2026-09-12",
  body: `<p>夏も冬も、毎朝六時になると、浜田源三は港湾事務所から桟橋の先まで二百十二歩を歩き、押し入れほどの小屋の鍵を開けて、海がどこにあるかを書きとめた。はじめてそうしたのは一九六二年五月三日、担当者が風邪をひいたからだった。やめたのは二〇〇三年、膝が言うことを聞かなくなったからである。</p>
<p>そのあいだに欠けた朝は四日しかない。うち二日は葬式だった。一万五千ほどの数字は、表紙に<ruby>墨流<rt>すみなが</rt></ruby>し模様のある十九冊の帳面を埋めつくし、いまでは桟橋そのものよりも価値がある。</p>
${figure("桟橋の先の小屋を海側から見たところ。棒は床を抜けて海へ下りている。", "写真：港湾財団", "夕暮れの桟橋の先に建つ小さな小屋")}
<h2>一本の棒が語ること</h2>
<p>検潮器ほど単純な道具はない。答える問いはただひとつ、「水はどれほど高いか」。その答えは、いつか誰かが石に刻んだ印からのミリメートルで返ってくる。むずかしいのは、同じ問いを同じやり方で、十分に長く問いつづけることだ。「海を一度測ることなら誰にでもできます」と、二年かけて鉛筆の数字を表に打ちこんだ研究者の伊藤理恵は言う。「死ぬまで日に二度測るのに耐えられる人は、まずいません」</p>
<blockquote><p>答えが知りたかったのではない。それを書くとき、自分がまだそこにいるかどうかが知りたかった。</p></blockquote>
<table><caption>一九六二年の印からの平均水位</caption><thead><tr><th>期間</th><th>回数</th><th>平均（mm）</th></tr></thead><tbody><tr><td>1962–1971</td><td>3648</td><td>4</td></tr><tr><td>1992–2003</td><td>4107</td><td>86</td></tr></tbody></table>
<p>財団は来年の春に帳面を刊行する。九十四歳になる源三に序文を頼んだところ、届いたのは時刻と日付、そして数字がひとつ書かれた葉書だった。</p>`,
};

export const kLanguages: Readonly<Record<string, Piece>> = {en: kEnglish, de: kGerman, ar: kArabic, ja: kJapanese};

/** The piece as a news site would publish it. */
export function publish({language, direction, section, headline, dek, byline, published, site, body}: Piece): string {
  const data = {"@context": "https://schema.org", "@type": "NewsArticle", headline, description: dek, datePublished: published, articleSection: section, author: {"@type": "Person", name: byline}, publisher: {"@type": "Organization", name: site}};
  return `<!DOCTYPE html><html lang="${language}" dir="${direction}"><head><meta charset="utf-8"><title>${headline} | ${site}</title>
<meta name="description" content="${dek}"><meta property="og:description" content="${dek}"><meta property="og:title" content="${headline}"><meta property="og:site_name" content="${site}"><meta property="og:type" content="article">
<script type="application/ld+json">${JSON.stringify(data)}</script></head><body><main><article><header><p class="section"><a href="/section">${section}</a></p><h1>${headline}</h1><p class="standfirst">${dek}</p>
<p class="byline"><a rel="author" href="/author">${byline}</a></p><p><time datetime="${published}">${published}</time></p></header>${body}</article></main></body></html>`;
}
