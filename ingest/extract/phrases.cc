#include "ingest/extract/phrases.h"

#include <algorithm>

// One list a kind, words parted by ';'. In lower case, "'" for every apostrophe.

namespace tocsin {
namespace {

// The whole line, without punctuation at its ends.
constexpr std::string_view kWhole =
    "ad;ads;advertisement;advertisements;advertising;anzeige;werbung;publicité;publicidad;share;shares;share this;"
    "share this:;share this article;share this post;share this story;share article;share on facebook;"
    "share on twitter;tweet;tweet this;email;print;copy link;link copied;comment;comments;leave a comment;"
    "read more;read next;more;continue reading;see more;show more;load more;skip to content;skip to main content;"
    "back to top;subscribe;sign up;sign in;log in;follow us;follow;facebook;twitter;linkedin;whatsapp;pinterest;"
    "reddit;like;like this;like this:;loading;loading...;save;listen;listen to this article;play;close;menu;search;"
    "next;previous;story continues;story continues below;story continues below advertisement;"
    "article continues below;article continues after advertisement;advertisement - scroll to continue;"
    "advertisement. scroll to continue reading;scroll to continue;recommended;related;related:;sponsored;"
    "sponsored content;promoted;topics;tags;tags:;filed under;in this article;table of contents;contents;photo;"
    "image;video;gallery;getty images;reuters;ap;afp;mehr zum thema;teilen;drucken;kommentare;zur startseite;"
    "weiterlesen;lesen sie auch;広告;分享;分享到;广告;廣告;收藏;点赞;评论;打印;返回顶部;相关阅读;相关新闻;上一篇;"
    "下一篇;【关闭】;打印本页;关闭窗口;share on linkedin;share on whatsapp;share on x;share via email;x;"
    "download pdf;view all;learn more;click here;watch now;view comments;view gallery;join the conversation;"
    "thanks for reading;enlarge;enlarge image;print this page;email this;report a typo;suggest a correction;edit;"
    "updated;transcript;embed;copy;bookmark;favorite;listen now;minute read;key points;newsletter;top stories;"
    "latest news;trending;trending now;most popular;editor's picks;editors' picks;über den autor;über die autorin;"
    "kontakt;contact;temas;community;quellenangaben;quellen;pdf;artikel;explore further;contenido relacionado;"
    "credit;comparte;compartir;partager;condividi;udostępnij;komentarze;comentarios;commentaires;commenti;"
    "publicidade;reklama;pubblicità;weitere themen;schlagwörter;stichworte;merken;leggi tutto;leer más;"
    "lire la suite;czytaj dalej;相关链接;分享让更多人看到;分享到：;字号;大 中 小;关注新华网;纠错;advert;adverts;"
    "highlights;via syndigate;ad feedback;snopes;photos;videos;sources;source;caption;figure;loading comments;"
    "fact check;story highlights;返回;返回首页;返回列表;nach oben;zum seitenanfang;zurück;zurück zur übersicht;"
    "zurück zur startseite;seite drucken;artikel drucken;merkzettel;auf die merkliste;per e-mail;link kopieren;"
    "facebook twitter;zum shop;in den warenkorb;jetzt lesen;jetzt spenden;zur person;ihre meinung;imprimer;envoyer;"
    "s'abonner;se connecter;partager cet article;compartir en;imprimir;stampa;udostępnij artykuł;delen;"
    "deel dit artikel;mail;telegram;instagram;youtube;tiktok;threads;bluesky;mastodon;xing;flipboard;messenger;"
    "line;vk;微博;微信;朋友圈;qq空间;正文;字体：;相关专题;下载;附件;附件下载;小;中;大;release date;images;bilder;"
    "bildergalerie;galerie;podcast;lesen;ansehen;anhören;dieses skript als pdf herunterladen";

// How a notice begins.
constexpr std::string_view kStarts =
    "read more:;read also:;also read:;read more ;read next:;related:;related: ;see also:;more:;more on this:;"
    "watch:;listen:;read:;read |;also read |;also read;recommended:;don't miss:;must read:;related articles:;"
    "related stories:;share this;follow us on;follow me on;subscribe to;sign up for;sign up to;click here to;"
    "click here for;get the latest;join our;like us on;get our ;download our app;download the app;advertisement;"
    "sponsored by;sponsored content;this article is sponsored;this post is sponsored;this content is sponsored;"
    "this is sponsored content;this article was sponsored;this article contains affiliate;"
    "this post contains affiliate;this post may contain affiliate;we may earn;we may receive a commission;"
    "if you buy something;when you purchase through;if you purchase;disclosure: this post;copyright ©;copyright 20;"
    "©;(c) 20;all rights reserved;this material may not be published;photo by ;photo: ;photo credit;photograph: ;"
    "image: ;image credit;image source;image via;featured image;picture: ;credit: ;photos by ;foto: ;bild: ;"
    "quelle: ;cover image;header image;your email address will not be published;leave a reply;leave a comment;"
    "post a comment;notify me of;this site uses akismet;required fields are marked;save my name;"
    "you must be logged in;we use cookies;this website uses cookies;by continuing to use;by signing up;"
    "by subscribing;by clicking;please enable javascript;javascript is;enable javascript;your browser;filed under;"
    "posted in;posted under;tagged with;tagged:;tags:;categories:;category:;topics:;keywords:;schlagworte:;"
    "mehr zum thema;lesen sie auch;lesen sie hier;lesen sie mehr;mehr lesen;lesetipp;auch interessant;"
    "das könnte sie auch;this article originally appeared;this story originally appeared;"
    "this article was originally published;originally published;reporting by ;editing by ;additional reporting by;"
    "write to ;contact the reporter;contact us at;have a tip;got a tip;e-mail:;email the author;follow the author;"
    "view all posts by;you may also like;you might also like;people also read;thank you for reading;"
    "story continues;article continues;to continue reading;already a subscriber;already a member;subscribe now;"
    "our standards:;our standards: ;purchase licensing rights;opens new tab;last updated;published:;updated:;"
    "posted on;published on;首页;来源：;来源:;责任编辑;（责任编辑;(责任编辑;【责任编辑;责编;编辑：;编辑:;原标题;"
    "（原标题;分享到;扫一扫;扫码;相关阅读;相关新闻;延伸阅读;推荐阅读;免责声明;版权声明;本文来源;文章来源;点击;"
    "关注我们;更多精彩;上一篇;下一篇;（编辑;(编辑;图片来源;图源;图：;图/;作者：;打开微信;长按;未经授权;转载请;"
    "le puede interesar;te puede interesar;puede interesarle;mira:;mira también;lee también;lea también;leer más;"
    "ver más;vea también;veja também;leia também;leia mais;saiba mais;suscríbete;suscríbase;síguenos;assine ;"
    "siga-nos;zobacz też;zobacz także;zobacz również;czytaj też;czytaj także;czytaj również;czytaj więcej;"
    "przeczytaj też;przeczytaj także;dowiedz się więcej;materiał chroniony;lire aussi;à lire aussi;à lire :;"
    "voir aussi;abonnez-vous;inscrivez-vous;leggi anche;iscriviti;lees ook;zum newsletter;kostenlos zum newsletter;"
    "jetzt anmelden;hier anmelden;jetzt abonnieren;abonnieren sie;folgen sie uns;folge uns;folgt uns;unterstütze ;"
    "unterstützen sie uns;gefällt dir;gefällt ihnen;hat dir der;hat ihnen der;möchten sie den artikel teilen;"
    "artikel teilen;diesen artikel teilen;beitrag teilen;das könnte dich;das thema könnte;auch spannend;"
    "auch lesenswert;mehr dazu:;dieser beitrag wurde;der beitrag wurde;this entry was posted;this post was;"
    "for the latest stories;for the latest news;to view the full story;to read the full story;"
    "to read the full article;to read this article;if you're seeing this message;bitte registrieren;"
    "bitte melden sie sich;erstellt am;zuletzt aktualisiert;letzte aktualisierung;veröffentlicht am;release date:;"
    "post views;image illustrative;lust auf mehr;sofern nicht anders;do you want to be informed;want more ;"
    "want to read more;enjoyed this;if you enjoyed;if you liked;support our;support independent;donate ;"
    "become a member;become a subscriber;become a paid;this story is available;this content is available;"
    "please subscribe;subscribe and;subscribe for;subscribe here;subscribe today;follow us;follow me;"
    "connect with us;find us on;tell us what you think;let us know;share your thoughts;what do you think;更多新闻;"
    "往期回顾;戳这里;关注新华网;关注公众号;欢迎关注;原文链接;本文转自;转自;稿件来源;文字编辑;审核：;校对：;监制：;"
    "【编辑;[责任编辑;[编辑;（来源;(来源;【纠错;打开APP;下载APP;下载客户端;first published;this slideshow requires;"
    "citation:;this document is subject to copyright;this article has been updated;this story has been updated;"
    "this post has been updated;this story was updated;this article was updated;the views expressed;"
    "the opinions expressed;views expressed;die redaktion;hinweis der redaktion;transparenzhinweis;disclaimer:;"
    "disclosure:;image caption;media caption;figure caption;file photo;hide caption;toggle caption;"
    "enlarge this image;copyright:;copyright by;(image:;(photo:;(photo by;(image credit;(foto:;(bild:;"
    "photograph by;illustration by;illustration:;graphic:;video:;symbolbild;symbolfoto;© ;特别声明;郑重声明;"
    "dieser artikel erschien;dieser text erschien;dieser beitrag erschien;weitere informationen finden sie;"
    "mehr informationen finden sie;weitere infos;mehr infos;diskutieren sie mit;was meinen sie;schreiben sie uns;"
    "jetzt mitglied werden;jetzt spenden;melden sie sich an;newsletter abonnieren;zurück zu;auf facebook teilen;"
    "alle kommentare;kommentar schreiben;kommentar verfassen;kommentar hinterlassen;deine e-mail-adresse;"
    "ihre e-mail-adresse;erforderliche felder;mit der nutzung;diese website verwendet;diese seite verwendet;"
    "wir verwenden cookies;bitte aktivieren sie javascript;ihr browser;bildquelle;bildnachweis;fotos:;titelbild;"
    "beitragsbild;foto ©;foto (c);quelle: dpa;publié le;mis à jour le;partager sur;réagir à;lire la suite;"
    "article réservé;crédit photo;photo :;photos :;crédits photo;recevez ;publicado el;compartir en;comparte esta;"
    "regístrate;inicia sesión;con información de;haz clic;sigue leyendo;recibe ;condividi su;"
    "riproduzione riservata;foto di;compartilhe;inscreva-se;clique aqui;fot.;źródło:;zapisz się;deel dit;bron:;"
    "lees meer;lees verder;läs också;läs mer;les mer;lue myös;okuyun;читайте также;читайте ещё;фото:;источник:;"
    "подписывайтесь;関連記事;あわせて読みたい;写真：;提供：;扫描二维码;识别二维码;来源 | ;来源丨;编辑丨;编辑 | ;"
    "作者 | ;作者丨;本文作者;本文首发;本文由;以上内容;bei fragen;bei rückfragen;rückfragen an;rückfragen bitte;"
    "hazte ;cancela cuando;puede escribirnos;escríbenos;escríbanos;wir freuen uns über;wir freuen uns auf ihre;"
    "verraten sie;schreibt uns;schreib uns;teilt uns mit;für rückfragen;pour nous contacter;contactez-nous;"
    "redaktioneller hinweis;anmerkung der redaktion;der beitrag gibt;dieser beitrag gibt";

// What a short notice holds anywhere.
constexpr std::string_view kInside =
    "all rights reserved;sign up for our;subscribe to our;sign up to our;our newsletter;your inbox;follow us on;"
    "follow him on twitter;follow her on twitter;on twitter @;on twitter at @;like us on facebook;"
    "affiliate commission;click here to subscribe;click here to sign up;images via getty;/getty images;"
    "getty images/;(ap photo;ap photo/;via getty images;/reuters;/afp;/shutterstock;shutterstock.com;adobe stock;"
    "must not be republished;may not be reproduced;may not be published, broadcast;spam-protected;recaptcha;"
    "扫描二维码;微信公众号;未经许可;不得转载;all comments;log in to comment;join the discussion;"
    "newsletter abonnieren;alle rechte vorbehalten;contributed to this report;contributed to this article;"
    "contributed to this story;contributed reporting;subscribe to the newsletter;sign up for free;sign up now;"
    "subscribe now;newsletter an;unseren newsletter;unserem newsletter;nuestro newsletter;nuestro boletín;"
    "notre newsletter;nossa newsletter;use our affiliate;earn a commission;earn commission;仅代表作者;不代表本;"
    "版权归;如有侵权;侵权必究;riproduzione riservata;todos los derechos reservados;tous droits réservés;"
    "todos os direitos reservados;wszelkie prawa zastrzeżone;alle rechten voorbehouden;все права защищены;"
    "auf facebook und twitter;auf facebook, twitter;abonnieren sie unseren;abonniere unseren;suscríbete a;"
    "abonnez-vous à;iscriviti alla;iscriviti a;die meinung des autors;die meinung der autorin;"
    "meinung der redaktion;eine provision;written permission;copyrighted property;all'autore;opinions expressed;"
    "views expressed are;do not necessarily reflect;does not necessarily reflect;notwendigerweise die";

// How a heading begins after which something else comes.
constexpr std::string_view kForeign =
    "related;recommended;more from;more articles;more posts;other posts;other articles;recent blog;read this "
    "next;article sources;"
    "editorial sources;about us;about the company;about the publisher;boilerplate;more on;more in;more stories;more "
    "news;read more;read next;read also;also read;"
    "you may;you might;most read;most popular;trending;popular;latest;about the author;about author;author bio;"
    "comments;comment;leave a;post a comment;share;follow us;subscribe;newsletter;sign up;join our;tags;topics;"
    "categories;advertisement;sponsored;up next;what to read next;see also;further reading;don't miss;recent posts;"
    "recent articles;similar posts;similar articles;editor's picks;keep reading;stay connected;stay informed;"
    "get in touch;contact us;what others;join the conversation;discover more;explore more;next article;"
    "previous article;next post;previous post;other stories;other news;top stories;must read;about the writer;"
    "meet the author;written by;references;external links;bibliography;notes and references;mehr zum thema;"
    "mehr aus;weitere;lesen sie;das könnte;auch interessant;kommentare;kommentar;ähnliche;verwandte;schlagworte;"
    "teilen;meistgelesen;beliebt;neueste;über den autor;über die autor;schreibe einen kommentar;"
    "schreiben sie einen;相关;推荐;延伸阅读;热门;最新;评论;猜你喜欢;更多;分享;编辑推荐;上一篇;下一篇;友情链接;热点;"
    "contenido relacionado;te puede;le puede;puede interesar;más sobre;más noticias;más leíd;noticias relacionadas;"
    "temas relacionados;artículos relacionados;notas relacionadas;lo más;lea también;lee también;você pode;"
    "veja também;leia também;leia mais;mais lidas;notícias relacionadas;matérias relacionadas;articles liés;"
    "sur le même sujet;à lire;lire aussi;à propos de l'auteur;articoli correlati;leggi anche;potrebbe interessarti;"
    "zobacz;czytaj;polecane;powiązane;najnowsze;entdecke ;entdecken sie;unsere partner;kommende events;"
    "pressekontakt;media contact;press contact;ansprechpartner;passend zum thema;auch spannend;mehr lesen;mehr von;"
    "mehr zu;more like this;you'll also;people also;want more;enjoyed this;about us;who we are;our newsletter;"
    "get the latest;stay up to date;stay in touch;往期;相关链接;专题;精彩推荐;大家都在看;zur person;zum autor;"
    "zur autorin;die autorin;mehr infos;mehr artikel;mehr news;ihre meinung;diskussion;diskutieren;"
    "schreib einen kommentar;lesetipps;lesetipp;auf einen blick auch;à lire aussi;à voir aussi;"
    "nos derniers articles;dans la même;commentaires;comentarios;deja un comentario;deixe um comentário;"
    "te recomendamos;recomendados;recomendamos;noticias destacadas;más información;commenti;articoli recenti;"
    "zobacz także;czytaj także;komentarze;lees ook;meer over;gerelateerd;läs också;les også;relaterade;"
    "читайте также;комментарии;похожие;関連記事;相关文章;相关推荐;热门推荐;最新文章;网友评论;发表评论";

template <class Take>
void ForEachPhrase(std::string_view list, Take take) {
  for (size_t at = 0; at < list.size();) {
    const size_t end = std::min(list.find(';', at), list.size());
    take(list.substr(at, end - at));
    at = end + 1;
  }
}

}  // namespace

PrefixSet::PrefixSet(std::string_view list) {
  ForEachPhrase(list, [&](std::string_view phrase) { by_first_[uint8_t(phrase[0])].push_back(phrase); });
}

Phrases::Phrases() : starts(kStarts), foreign(kForeign) {
  ForEachPhrase(kWhole, [&](std::string_view phrase) { whole.insert(phrase); });
  ForEachPhrase(kInside, [&](std::string_view phrase) { inside.push_back(phrase); });
}

const Phrases& Phrases::Get() {
  static const Phrases phrases;
  return phrases;
}

}  // namespace tocsin
