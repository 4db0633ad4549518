#include "nlp/mentions/name_words.h"

#include <vector>

#include "nlp/mentions/folded_word.h"
#include "nlp/names/given_names.h"

namespace tocsin {
namespace {

struct WordList {
  uint32_t bits;
  std::string_view words;  // between white space, without accents
};

constexpr WordList kLists[] = {
    {kPersonTitle, R"(
President Commander-in-Chief Presidents Governors Generals Secretaries Chancellors Representatives Regent Generalissimo Baronet Adviser Advisor Vice-President Senator Senators Sen Rep Reps Representative Congressman Congresswoman Secretary Minister Ministers Premier CEO CFO CTO COO
CIO Chairman Chairwoman Chairperson Chair chairman chairwoman founder co-founder cofounder Founder Co-founder director Director analyst
Mr Ms Mrs Miss Dr Sir Dame Lord Lady Professor Prof Governor Gov Commissioner Chancellor spokesman spokeswoman spokesperson economist lawyer
executive president Judge Justice Pope Cardinal Archbishop Bishop Father Rabbi Reverend Rev Imam Sheikh Sheik Ayatollah Emperor Empress King
Queen Prince Princess Emir Sultan Tsar Czar Kaiser Shah Duke Duchess Marquess Earl Count Countess Baron Baroness Viscount General Gen Colonel Col
Lieutenant Lt Major Maj Captain Capt Admiral Marshal Sergeant Sgt Corporal Brigadier Commander Mayor Speaker Ambassador Attorney
Taoiseach Tanaiste Fuhrer MP MEP MLA MPP AM MSP TD Congressmen Councillor Councilman Councilwoman Alderman Dean Provost
Comrade Herr Frau Monsieur Madame Signor Senor Don Dona Sri Shri Pandit Mahatma Mullah Dictator Leader)"},
    {kDoubtfulTitle,
     "General Major Father Count Marshal Justice Attorney Speaker Commander Dean King Earl Leader Captain Judge Lord "
     "Lady Prince Shah Don Miss Col Maj"},
    {kPersonNoun,
     R"(minister governor senator mayor ambassador chancellor secretary premier actor actress singer writer author novelist poet journalist
philosopher historian sociologist scientist researcher researchers physicist mathematician psychologist linguist programmer engineer
professor attorney judge justice general colonel dictator activist philanthropist businessman businesswoman billionaire financier banker
politician politicians lawmaker congressman congresswoman chairperson lieutenant archbishop bishop pope king queen emperor prince princess
successor predecessor incumbent nominee challenger opponent rival pioneer architect inventor entrepreneur commentator columnist broadcaster comedian
filmmaker composer musician footballer wife husband brother sister son daughter father mother widow uncle nephew cousin grandfather
candidate candidates leaders Republicans Democrats Republican Democrat Socialist Conservative Labour Liberal Marxist revolutionary anarchist theologian
biographer geneticist biologist chemist astronomer statistician cryptographer logician roboticist psychiatrist psychoanalyst neuroscientist
leader founder chairman member candidate politician incumbent nominee opponent activist fellow co-leader)"},
    {kRoleBehind, R"(
CEO CFO CTO COO chief chairman chairwoman president director founder co-founder analyst head professor partner minister secretary senator
spokesman spokeswoman spokesperson executive economist governor mayor leader politician lawyer general manager author scientist researcher
adviser advisor ambassador chancellor commissioner lawmaker congressman congresswoman activist philosopher historian journalist engineer SVP EVP VP)"},
    {kOrganizationNoun | kCompanyNoun, R"(
Inc Corp Corporation Ltd LLC LLP PLC Plc plc Co Company Group Groupe Gruppe Holdings Holding Technologies Technology Systems Labs Laboratories
Semiconductor Semiconductors Robotics Computing Networks Energy Motors Motor Industries Software AI Analytics Quantum Electronics Telecom
Nanotechnologies Solutions Microelectronics Computers Materials Aerospace Airlines Airways Pictures Entertainment Studios Pharmaceuticals Biotech
Therapeutics Biosciences Devices Dynamics Games Wireless Communications Logistics Automotive Chemicals Bancorp Banking Photonics Optics Instruments
Interactive Genomics Diagnostics Bio Biosystems Mobility Pharma Healthcare Battery Batteries Silicon Circuits Micro Microsystems)"},
    {kOrganizationNoun, R"(
Companies Lab Laboratory Bank University Institute Institution Foundation Association Network Media News Times Post Journal Herald Tribune Gazette
Telegraph Guardian Observer Mail Chronicle Mercury Star Sun Globe Examiner Review Magazine Works Union Society Center Centre College School Academy
Research Records Digital Insights Federation Party Parties Movement Front League Alliance Coalition Confederation Club Trust Congregation Organization
Organisation Chamber Consortium Forum Brotherhood Army Guard Militia Corps Brigade Brigades Police Navy Force Forces Workers Veterans Sisters
Daughters Conservancy Hospital Clinic Orchestra Choir Theatre Theater Ballet Opera Museum Library Gallery Church Synod Diocese Broadcasting Television
Radio Press Publishing Publishers Books Railway Railways Railroad Shipping Lines Steel Mining Petroleum Oil Gas Power Electric Insurance Securities
Financial Brothers Sons Associates Consulting Sciences Gaming Mobile Foods Stores Markets Exchange Startup Startups Caucus Bloc Internationale
International Fraternity Guild Syndicate Cooperative Trusts Fraktion Tea Rally Polytechnic Seminary Madrasa Partei Partij Partito Partido Parti Partit
Partia Partiet Verband Bund Liga Ligue Lega Fronte Frente Movimento Movimiento Mouvement Alleanza Alianza Alianca Allianz Unione Uniao Gesellschaft
GmbH AG SA SpA AB NV BV Oy SE KK KGaA Universitat Universite Universidad Universita Universidade Institut Instituto Istituto Akademie Academie
Accademia Fundacion Fondation Fondazione Stiftung Banco Banque Banca Consulate Embassy Lobby Tank Watch Rifles Regiment Battalion Democrats Liberals
Conservatives Greens Socialists Nationalists Communists Republicans Secretariat Conclave Roundtable Kartell Presidium Politburo Limited Lodge Branch Endowment Banking)"},
    {kGovernmentNoun, R"(
Institutes Centers Ministry Department Agency Commission Committee Authority Parliament Administration Senate Congress Court Bureau Council Assembly Government
Cabinet Subcommittee Tribunal Directorate Inspectorate Legislature Treasury Board Bundestag Duma Knesset Soviet Commissariat Directorate-General
Ministries Departments Commissioners Taskforce Presidency Junta Senat Office Magistracy Regulator Chancellery Courts Judiciary)"},
    {kLawNoun, R"(
Act Acts Bill Law Laws Order Regulation Directive Plan Initiative Strategy Program Programme Project Framework Package Agreement Treaty Rule Accord
Accords Resolution Code Pact Deal Mission Roadmap Scheme Amendment Constitution Convention Protocol Charter Declaration Ordinance Statute Decree)"},
    {kFundNoun, "Capital Ventures Fund Partners Equity Investments LP"},
    {kPlaceNoun, R"(
County River Island Islands Province District Mountains Mountain Valley Bay Peninsula Street Avenue Road Square Park Bridge Airport Station Palace
Hills Hill Beach Creek Falls Canyon Desert Forest Region Territory Territories Prefecture Oblast Krai Parish Borough Township Village City Town Heights
Strait Straits Sea Ocean Gulf Coast Basin Plateau Harbour Harbor Canal Plaza Boulevard Cemetery Castle Cathedral Abbey Temple Mosque Stadium Arena
Estate Campus Airfield Barracks Prison Penitentiary Republic Kingdom Empire Emirate Colony Protectorate Confederacy Principality Duchy Governorate
Riding Highlands Lowlands Delta Archipelago Isle Isles Point Port Rapids Springs Grove Lake Lakes Wells Glacier Volcano Tower Building Courthouse Lane)"},
    {kPlaceStart,
     R"(Lake Mount Mt Fort Port Cape Saint St San Santa Santo Los Las El Isle Isles Gulf Bay Strait Republic Kingdom Province City Town County
Duchy Principality Emirate Village District Island Islands Rio Villa Puerto Ciudad Sao North South East West Northern Southern Eastern
Western Central Upper Lower Greater Inner Outer Northeast Northwest Southeast Southwest Northeastern Northwestern Southeastern Southwestern)"},
    {kEventNoun | kStopsPerson,
     R"(War Wars Battle Conference Summit Games Olympics Revolution Rebellion Uprising Revolt Crisis Election Elections
Referendum Massacre Genocide Famine Cup Tournament Championship Championships Siege Invasion Coup Riots Conspiracy Scandal Intifada Armistice)"},
    {kStopsPerson,
     R"(Award Awards Prize Medal Festival Expo Exhibition Fair Symposium Workshop Offensive Depression Holocaust Protests Campaign
Strike Day Week Month Year Era Age Dynasty Century Report Index Survey Study Trial Trials Affair Speech Address Lecture Language Dictionary
Encyclopedia Theory Theorem Algorithm Algorithms Model Models Method Test Machine Machines Effect Principle Transform Learning Wikipedia Question Doctrine Crusade Rite
Member Powers Bible Gospel Wall Curtain Manifesto Papers Letters Lectures Essays Movie Film Album Song Band Symphony Line Rights House State States Gate Avenue)"},
    {kStopsPerson, R"(
Street Avenue Road Square Park Prize Award Medal House Hall Hill Highway Stadium Airport Bridge Tower Building Islands County City Valley River Lake
Act Bill Law Government Administration Cabinet Coalition War Battle Effect Doctrine Plan Report Commission Committee Inquiry Show Cup Trophy
Era Day Theorem Algorithm Model Machine Democrats Republicans Liberals Conservatives Church School Institute University Foundation Stage Bay
Democrat Republican Bank Beach Island Creek Lecture Chair Fellow Fellowship Professor Scholar Society Secretary President Minister General Chief Senator)"},
    {kOpensSentence, R"(
The A An In On At But And Or If It Its This That These Those He She They We I You As For From To By With Under Over After Before When While
Since Until Earlier Later Meanwhile However Also Both Some Many Most Several No Not Our His Her Their There Here What Why How Who Where Which
According Recent Recently Today Yesterday Former Then Although Though Because During Between Among Amid Despite Following Against About Into Through Throughout
Only Other Others Another Such Each Every Either Neither Even Once Thus Therefore Hence Instead Indeed Moreover Furthermore Additionally Nevertheless
Nonetheless Still Yet So Than Like Unlike Along Across Within Without Upon Per Via Plus Versus Out Off Up Down Near Around Outside Inside Above Below
Beyond Behind Beside Besides Except Whether Whereas Whose Whom My Your Me Him Us Them Let Perhaps Maybe Finally Eventually Initially Originally Subsequently
Currently Previously Formerly Historically Generally Usually Often Sometimes Always Never Soon Now Again Apart Aside Given Based Due Thanks Having Being
Led Born Elected Appointed Notable Examples Members Parties Founded Established Created Starting Beginning Using Two Three Four Five Six Seven Eight Nine Ten
Part Much Few More Less Least Same Similar Similarly Likewise Early Late Mid Major Minor Various Numerous Certain Different Important Critics Supporters Opponents
Officials People Voters Candidates Leaders Shares Analysts Investors Executives Lawmakers Regulators Researchers Scientists Experts Sources Companies Firms Countries
Governments Politicians Historians Scholars Citizens Women Men Children Students Soldiers Troops Protesters Activists Journalists Reporters
Yes Oh Well Why Just Rather Quite Too Very Really Especially Particularly Specifically Additional Further Overall Total See Note Did Does Do Was Were Is Are Has Have Had
Would Could Should Must Might Said Says Asked Speaking Writing Working According Whilst Amongst Prior Ahead Together Alongside Includes Including Accordingly Consequently Separately
Meantime Afterwards Ultimately Importantly Notably Crucially Interestingly Lastly Firstly Secondly Thirdly Officially Technically Reportedly Unfortunately Surprisingly
Alternatively Conversely Essentially Effectively Simultaneously Regardless Alas Elsewhere Overnight Tonight Nowadays Besides Respectively Collectively Increasingly)"},
    {kMayOpenName, R"(
New Grand All One Last Next First Second Third Our American British European Chinese Japanese Korean Indian Old Young Great United National Federal Early'
Traditional General Independent Christian Modern Popular Royal Central Northern Southern Eastern Western Global World International Free Open Democratic)"},
    {kCalendarWord, R"(
January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday
Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Christmas Easter Ramadan)"},
    {kPeopleAdjective, R"(
Afghan Albanian Algerian American Angolan Argentine Argentinian Armenian Australian Austrian Azerbaijani Bahraini Bangladeshi Belarusian Belgian Bolivian Bosnian
Brazilian British Bulgarian Burmese Cambodian Canadian Catalan Chadian Chilean Chinese Colombian Congolese Croatian Croat Cuban Cypriot Czech Danish Dutch Egyptian
English Estonian Ethiopian European Finnish Flemish French Gambian Georgian German Ghanaian Greek Guatemalan Haitian Hungarian Icelandic Indian Indonesian
Iranian Iraqi Irish Israeli Italian Jamaican Japanese Jordanian Kazakh Kenyan Korean Kosovar Kurdish Kuwaiti Lao Latvian Lebanese Liberian Libyan Lithuanian
Macedonian Malaysian Malian Maltese Mexican Moldovan Mongolian Montenegrin Moroccan Mozambican Namibian Nepalese Nepali Nigerian Norwegian Omani Pakistani Palestinian
Panamanian Paraguayan Persian Peruvian Filipino Philippine Polish Portuguese Qatari Quebecois Romanian Russian Rwandan Salvadoran Saudi Scottish Senegalese Serbian Serb Sicilian Sikh
Singaporean Slovak Slovakian Slovene Slovenian Somali Soviet Spanish Sudanese Swedish Swiss Syrian Taiwanese Tanzanian Thai Tibetan Tunisian Turkish Ugandan Ukrainian
Uruguayan Uzbek Venezuelan Vietnamese Tatar Uyghur Uighur Chechen Kosovan Cossack Maori Inuit Hispanic Latino Eurosceptic Welsh Yemeni Yugoslav Zambian Zimbabwean African Asian Arab Arabic Jewish Muslim Islamic Catholic Protestant Orthodox Hindu Buddhist
Christian Anglican Lutheran Sunni Shia Latin Hebrew Germanic Slavic Nordic Baltic Balkan Caribbean Mediterranean Anglo-Saxon Communist Socialist Nazi Fascist Marxist
Republican Democrat Democratic Conservative Liberal Labour Labor Tory Whig Federalist Unionist Nationalist Jacobin Bolshevik Menshevik Zionist Ottoman Byzantine Roman
Prussian Bavarian Basque Breton Cornish Confederate Loyalist Royalist Stalinist Trotskyist Maoist Leninist Peronist Gaullist Californian Texan Floridian Hawaiian
Virginian Londoner Parisian Quaker Mormon Methodist Presbyterian Baptist Progressive Green Independent Reformist Radical Sandinista Chavista)"},
    {kParticle,
     R"(de da do dos das del della delle dei degli di du des la le el van von vom zu zur der den ten ter bin ibn bint al ben abu y e af av und Al El De Van Von Du La Le Di
Da Del Della Des Dos Ter Zu Bin Ibn Abu Ben Ould)"},
    {kFieldWord, R"(
Arts Art Science Sciences Technology Technologies Security Trade Industry Commerce Agriculture Energy Defence Defense Finance Economy Economics Culture Health Labour Labor
Justice Transport Transportation Forestry Fisheries Fishery Oceans Mines Resources Affairs Services Human Welfare Sport Sports Tourism Youth Women Family Children Housing Works
Means Budget Tax Taxation Customs Excise Immigration Border Interior Environment Climate Water Natural Food Rural Urban Local Planning Statistics Standards Letters Humanities Law Ethics
Policy Politics Media Digital Data Cyber Space Aeronautics Medicine Engineering Mathematics Philosophy Physics Trustees Governors Industry Business Enterprise Enterprises Innovation
Democracy Freedom Freedoms Citizens Families Peace Liberty Rights Reform Cooperation Progress Prosperity Unity Equality Solidarity Conciliation Arbitration Peoples Workers Peasants Soldiers)"},
    {kPlacePreposition, "in near around throughout across outside In Near between"},
    {kCompanyCue, R"(
startup start-up chipmaker company firm lab developer provider manufacturer supplier rival maker designer unicorn subsidiary operator investor newspaper
carmaker automaker retailer insurer lender broadcaster bank conglomerate publisher distributor contractor utility vendor integrator hyperscaler cloud leader tabloid weekly
daily magazine think-tank thinktank nonprofit non-profit charity NGO organisation organization group brand spin-off spinoff foundry exchange platform builder miner)"},
    {kProductCue,
     R"(model models chip chips app apps chatbot chatbots platform accelerator accelerators processor processors GPU GPUs supercomputer
assistant robot robots humanoid software tool product smartphone laptop server servers SaaS)"},
    {kPersonVerb, R"(
said says told wrote writes argued argues stated resigned served announced declared replied tweeted added noted explained testified insisted claimed claims believed thought felt
ran won lost defeated died married retired graduated studied attended joined became was returned stood sought met visited criticized criticised praised endorsed nominated appointed
succeeded moved led held supported opposed introduced advocated proposed rejected accused campaigned received took made decided considered began continued remained grew worked
spent lived entered left gave refused called voted signed himself herself attempted failed asked agreed expressed proclaimed pardoned vetoed abdicated fled fought wanted tried)"},
    {kPersonPronoun, "he his him himself she her hers herself who He His She Her"},
    {kStopsPerson, R"(
AI API APIs CPU CPUs GPU GPUs GDP IPO ETF EPS ROI ESG IT IP TV PC PCs USB LED LLM LLMs ML NLP SaaS B2B EV EVs R&D HPC IoT AR VR XR MW GW HBM DRAM NAND FAQ PDF URL URLs HTML HTTP SQL
CEOs CFOs CTOs VIP UFO DNA RNA HIV AIDS COVID COVID-19 MRI PhD MBA BA BSc MSc Java Rust Swift Kotlin Golang TypeScript SQL Git Zig Docker Kubernetes Perl Python Lisp LISP Prolog JavaScript Fortran Cobol Haskell Scala Ruby Matlab MATLAB Linux Unix Excel
Hindi Tamil Telugu Kannada Malayalam Urdu Bengali Mandarin Cantonese Sanskrit Esperanto Yiddish Marathi Gujarati Swahili Gaelic
Eurovision Internet Web Psychology Marxism Communism Socialism Fascism Nazism Islam Christianity Judaism Buddhism Hinduism Catholicism Zionism
II III IV VI VII VIII IX XI XII XIII XIV XV XVI)"},
    {kBodyOwner,
     "People Workers Women Woman Men Children Citizens Farmers Peasants Lord Veterans Teachers Writers Nurses Students "
     "Peoples Ladies Soldiers Lawyers Doctors Journalists Queen King Men Girls Boys"},
};

// Calls visit(word, bits) for each word of each list.
template <class Visit>
void ForEachNameWord(Visit visit) {
  const auto all = [&](std::string_view words, uint32_t bits) {
    constexpr std::string_view kSpace = " \n";
    for (size_t begin = words.find_first_not_of(kSpace); begin != std::string_view::npos;) {
      const size_t end = std::min(words.find_first_of(kSpace, begin), words.size());
      visit(words.substr(begin, end - begin), bits);
      begin = words.find_first_not_of(kSpace, end);
    }
  };
  for (const std::string_view names : GivenNames()) all(names, kGivenName);
  all(FamilyNames(), kFamilyName);
  all(EastAsianFamilyNames(), kFamilyNameFirst);
  all(DoubtfulGivenNames(), kDoubtfulGivenName);
  for (const WordList& list : kLists) all(list.words, list.bits);
}

class NameWordTable {
 public:
  NameWordTable() : slots_(1u << 15) {
    ForEachNameWord([&](std::string_view word, uint32_t bits) { Add(word, bits); });
    for (Slot& slot : slots_) {
      if (slot.bits & kDoubtfulGivenName) slot.bits &= ~uint32_t{kGivenName};
    }
  }

  uint32_t Find(uint64_t hash) const {
    for (size_t at = hash & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
      if (slots_[at].hash == hash) return slots_[at].bits;
      if (slots_[at].hash == 0) return 0;
    }
  }

 private:
  struct Slot {
    uint64_t hash = 0;  // 0 = empty
    uint32_t bits = 0;
  };

  void Add(std::string_view word, uint32_t bits) {
    const uint64_t hash = HashFolded(word, false);
    size_t at = hash & (slots_.size() - 1);
    while (slots_[at].hash != 0 && slots_[at].hash != hash) at = (at + 1) & (slots_.size() - 1);
    slots_[at].hash = hash;
    slots_[at].bits |= bits;
  }

  std::vector<Slot> slots_;  // open addressing; a power of two, less than half full
};

}  // namespace

uint32_t NameWordsOf(std::string_view word) {
  static const NameWordTable table;
  const uint64_t hash = HashFolded(word, false);
  return hash == 0 ? 0 : table.Find(hash);
}

std::vector<std::string_view> NameWordList() {
  std::vector<std::string_view> words;
  ForEachNameWord([&](std::string_view word, uint32_t) { words.push_back(word); });
  return words;
}

}  // namespace tocsin
