"""What English news calls people, and what tells a person from an organisation: titles, honorifics, roles, groups.

Every list is of words in lower case, without dots. None of it says of a forename whether it is a man's or a woman's.
"""

from __future__ import annotations


def _set(rows: str) -> frozenset[str]:
    return frozenset(row.strip() for row in rows.replace("\n", ",").split(",") if row.strip())


# Honorifics that stand right before a name, and the gender that they tell ("" where they tell none).
HONORIFICS: dict[str, str] = {
    "mr": "m", "mrs": "f", "ms": "f", "miss": "f", "mx": "", "dr": "", "sir": "m", "dame": "f", "lord": "m",
    "lady": "f", "madame": "f", "madam": "f", "monsieur": "m", "herr": "m", "frau": "f", "señor": "m", "señora": "f",
    "king": "m", "queen": "f", "prince": "m", "princess": "f", "duchess": "f", "baroness": "f", "countess": "f",
    "emperor": "m", "empress": "f", "sheikh": "m", "sheikha": "f", "pope": "m", "sister": "f", "brother": "m",
    "father": "m", "mother": "f", "imam": "m", "datuk": "m", "datin": "f", "alhaji": "m", "hajia": "f", "haji": "m",
    "shri": "m", "smt": "f", "cde": "", "comrade": "", "kgosi": "m", "oba": "m", "mzee": "m", "pandit": "m",
    "swami": "m", "seri": "m",
    "begum": "f", "dato": "m", "ato": "m",
    "ustaz": "m", "aunty": "f", "auntie": "f", "uncle": "m",
    "igwe": "m", "emir": "m", "mullah": "m", "ayatollah": "m", "rabbi": "", "sultan": "m", "dom": "m",
}  # fmt: skip

# Titles in front of a name, one word each: the last word of a title ("Vice President", "U.S. District Judge").
TITLES = _set("""
acp, adm, admiral, adv, adviser, advisor, advocate, aig, alderman, amb, ambassador, analyst, archbishop, asp
assemblyman, assemblywoman, attorney, barr, bishop, canon, capt, captain, cardinal, ceo, cfo, chair, chairman
chairperson, chairwoman, chancellor, chief, cllr, cmdr, co-chair, coach, col, colonel, commander, commissioner
commodore, comptroller, congressman, congresswoman, const, constable, coo, corporal, correspondent, coun, councillor
councilman, councilor, councilwoman, counsel, cpl, cr, csp, dci, dcp, delegate, democrat, det, detective, dig
director, dpo, dsp, economist, editor, emir, engr, envoy, exco, eze, founder, gen, general, gov, governor, govs, hon
igp, igwe, insp, inspector, judge, justice, kgosi, leader, lieutenant, lt, magistrate, maj, manager, mayor, mec
member, minister, monsignor, mp, msgr, msp, oba, ocpd, ocs, officer, pastor, pc, premier, president, president-elect
private, prof, professor, prosecutor, pvt, quarterback, registrar, rep, reporter, representative, reps, republican
rev, reverend, sarpanch, secretary, sen, senator, sens, sergeant, sgt, sheriff, snr, sp, speaker, spokesman
spokesperson, spokeswoman, ssp, strategist, sultan, superintendent, supervisor, supt, taoiseach, treasurer
undersecretary, vice-president, whip
""")

# Words that stand in front of a title's last word, and are no name themselves.
BEFORE_TITLES = _set("""
acting, assistant, associate, attorney, brigadier, chief, court, crown, defence, defense, democratic, deputy
district, ex, executive, finance, first, foreign, former, house, interim, interior, lieutenant, major, majority
minority, national, presidential, press, prime, rear, republican, retired, security, senate, senior, state, supreme
the, then, vice
""")

# What follows "Secretary of", "Chief of", "Archbishop of" ... before the name itself.
OF_TITLES = _set("""
agriculture, arts, aviation, canterbury, children, commerce, communications, culture, defence, defense, development
education, elections, energy, environment, equality, finance, fisheries, foreign, foreign affairs, forestry, gender
health, health and human services, heritage, home affairs, homeland security, house, housing
housing and urban development, human settlements, immigration, indigenous affairs, industry, information
infrastructure, intelligence, interior, justice, labor, labour, lands, law, local government, mines, mining
national, national development, operations, parliament, petroleum, planning, police, ports, power, public safety
public works, railways, religious affairs, rural affairs, science, security, social development, sport, sports
staff, state, steel, technology, textiles, the, the air force, the army, the exchequer, the navy, the treasury
tourism, trade, transport, transportation, treasury, veterans affairs, war, water, water resources, westminster
women, works, york, youth
""")

# Suffixes of a name; they are no surname.
SUFFIXES = _set("jr, sr, ii, iii, iv, v, vi, vii, viii, phd, md, esq, mp, qc, kc, obe, cbe")

# Letters behind a name for an office or an honour; they are no part of it. Capitals, and behind two words or more.
POSTNOMINALS = _set("""
ao, cbe, dbe, frs, jp, kc, mbe, mep, mla, mlc, mna, mp, mpa, msp, obe, om, qc, san, sc, td
""")

# Particles inside a name, in lower case.
PARTICLES: tuple[str, ...] = tuple(
    "de del dela delos della dei di da dos das do du des van von der den ter ten bin ben bint ibn al el la le las los "
    "af av zu zum zur y e ap abu abd ould ul ur".split()
)

# Short forms of English forenames and what they stand for: the same person may be printed with either.
SHORT_FORENAMES: tuple[frozenset[str], ...] = tuple(
    frozenset(row.split())
    for row in """
william bill billy will
robert bob bobby rob
charles chuck charlie
richard dick rick rich
james jim jimmy
john jack johnny jon
joseph joe joey
thomas tom tommy
michael mike mick
edward ed eddie ted ned
theodore ted teddy
elizabeth liz beth betty eliza
margaret maggie peggy meg
katherine kate kathy katie
catherine cathy kate katie
anthony tony
andrew andy drew
david dave
daniel dan danny
stephen steve
steven steve
lawrence larry
henry harry hank
harold hal harry
patricia pat patty
patrick pat paddy
deborah debbie deb
susan sue suzie
timothy tim
gerald gerry jerry
jeffrey jeff
gregory greg
kenneth ken kenny
donald don donny
ronald ron ronnie
samuel sam
francis frank
alexander alex sandy
rebecca becky
barbara barb
jacqueline jackie
peter pete
matthew matt
nicholas nick
christopher chris kit
benjamin ben benny
vincent vince
leonard len leo
raymond ray
walter walt
albert al bert
alfred al fred
frederick fred freddie
eugene gene
philip phil
victoria vicky
cynthia cindy
judith judy
dorothy dot dottie
""".strip().splitlines()
)

# Surnames that come first in a name of Korean, Chinese or Vietnamese order when printed so ("Kim Jong-un").
FIRST_SURNAMES = _set("""
ahn, au, ban, chan, chen, cheng, cheung, chiang, chiu, cho, choi, chow, chu, chung, dang, deng, fung, gao, guo, han
he, ho, hong, hu, hua, huang, hwang, ip, jang, jiang, jung, kang, kim, kwan, kwok, kwon, kwong, lam, lau, le, lee
leung, li, lim, lin, liu, lu, luo, ma, mak, mao, moon, ng, nguyen, pang, park, pham, phan, poon, seo, shin, siu
song, sun, sze, tam, tang, tong, tran, tsai, tsang, tse, vo, wan, wang, wen, wong, wu, xi, xu, yang, yau, yip, yoo
yoon, yu, yuen, zhang, zhao, zheng, zhou, zhu
""")

# Words that open a sentence or stand in capitals without being a name.
OPENERS = _set("""
a, about, according, across, added, adding, additionally, adds, after, again, against, all, almost, along, also
although, always, amid, amidst, among, an, analysts, and, another, any, anybody, anyone, anything, apparently, are
argued, argues, around, as, aside, asked, asking, asks, at, authorities, based, be, beaten, because, been, before
behind, being, beside, besides, between, beyond, both, but, by, can, certainly, citing, clearly, click, come
compared, continued, continues, contrary, could, critics, currently, defending, despite, did, do, does, down, dozens
during, each, earlier, eight, either, elsewhere, embattled, even, every, everybody, everyone, everything, experts
explained, explains, fellow, few, finally, five, following, for, four, from, further, get, given, go, had, half, has
have, he, her, here, his, how, however, hundreds, i, if, image, in, including, indeed, inside, insisted, insists
instead, into, is, it, its, joked, just, last, later, let, like, look, make, many, may, maybe, meanwhile, might
millions, more, moreover, most, much, must, my, near, nearly, neither, never, nevertheless, next, nine, no, nobody
nor, not, nothing, now, of, off, officials, often, oh, ok, okay, on, once, one, only, or, other, others, our, out
outgoing, outside, over, overall, part, past, people, per, perhaps, photo, please, police, previous, previously
rather, read, really, recalled, recalls, recently, regarding, related, replied, replies, researchers, rival, rivals
roughly, said, say, says, second, see, separately, seven, several, shall, she, shortly, should, similarly, since, six
so, some, somebody, someone, something, sometimes, soon, speaking, specifically, still, story, such, supporters, take
tells, ten, than, thank, thanks, that, the, their, then, there, therefore, these, they, third, this, those, though
thousands, three, through, thus, till, to, today, told, tomorrow, tonight, too, toward, towards, two, ultimately
under, unless, unlike, until, up, updated, upon, very, veteran, via, video, voters, warned, warns, was, watch, we
well, were, what, when, where, whether, which, while, who, whom, whose, why, will, with, within, without, would
writes, wrote, yes, yesterday, yet, you, your
""")

# Days and months: no name when alone, and none when they open a run of capitals ("April" and "May" may be forenames).
CALENDAR = _set("""
apr, april, aug, august, christmas, dec, december, easter, feb, february, friday, halloween, jan, january, jul, july
jun, june, mar, march, may, monday, nov, november, oct, october, ramadan, saturday, sep, sept, september, sunday
thanksgiving, thursday, tuesday, wednesday
""")

# Words of nation, party, creed: adjectives and their plurals, no names of persons.
BELONGINGS = _set("""
afghan, afghans, african, africans, albanian, algerian, american, americans, arab, arabs, argentine, armenian
armenians, asian, asians, australian, australians, austrian, azerbaijani, bangladeshi, belarusian, belgian, bosnian
brazilian, brazilians, british, briton, britons, buddhist, bulgarian, burmese, californian, californians, cambodian
canadian, canadians, catalan, catholic, catholics, chilean, chinese, christian, christians, colombian, communist
congressional, conservative, conservatives, croatian, cuban, cubans, cypriot, czech, danish, democrat, democratic
democrats, dutch, eastern, egyptian, egyptians, english, estonian, ethiopian, european, europeans, evangelical
evangelicals, filipino, filipinos, finnish, floridian, floridians, french, georgian, german, germans, ghanaian, gop
greek, greeks, haitian, hindu, hindus, hispanic, hispanics, hungarian, icelandic, indian, indians, indonesian, iowan
iowans, iranian, iranians, iraqi, iraqis, irish, islamic, islamist, islamists, israeli, israelis, italian, italians
japanese, jewish, jews, jordanian, kazakh, kenyan, korean, koreans, kurdish, kurds, labour, latin, latino, latinos
latvian, lebanese, liberal, liberals, libertarian, libyan, lithuanian, londoner, londoners, malaysian, mexican
mexicans, mongolian, mormon, mormons, moroccan, muslim, muslims, nepalese, nigerian, northern, norwegian, olympic
olympics, pakistani, pakistanis, palestinian, palestinians, peruvian, polish, portuguese, protestant, protestants
republican, republicans, romanian, russian, russians, rwandan, saudi, saudis, scottish, serbian, shiite, sikh
singaporean, slovak, socialist, somali, southern, spanish, sudanese, sunni, swedish, swiss, syrian, syrians
taiwanese, texan, texans, thai, tories, tory, tunisian, turkish, turks, ugandan, ukrainian, ukrainians, uzbek
venezuelan, vietnamese, welsh, western, yemeni, zimbabwean
""")

# A run of capitals that opens with one of these is no person.
NO_FORENAMES = _set("""
act, affordable, air, armed, article, big, black, blue, cape, capitol, central, chapter, city, civil, cold, common
county, daily, dear, department, digital, east, eastern, el, electoral, federal, first, flight, fort, fox, free
general, global, golden, good, grand, great, green, happy, high, highway, holy, homeland, house, human, hurricane
imperial, independent, inner, international, interstate, joint, lake, las, los, lower, mass, medicare, middle, modern
morning, mount, national, native, nazi, new, no, north, northern, obamacare, old, open, operation, outer, oval
planned, port, project, public, real, red, route, royal, saint, san, santa, second, section, senate, silicon, social
south, southern, soviet, special, st, state, sunday, super, supreme, the, title, tropical, united, upper, voting
wall, weekly, west, western, white, world
""")

# The last word (or any word but the first) of an organisation's, a body's or a thing's name.
ORGANIZATION_WORDS = _set("""
academy, act, action, administration, affairs, africa, ag, agency, agreement, airlines, airport, airways, alliance
amendment, america, arena, army, asia, assembly, association, authority, avenue, award, awards, bank, bay, beach
bill, board, books, boulevard, bowl, brexit, bridge, broadcasting, building, bureau, campaign, capital, casino
cathedral, caucus, caucuses, center, centre, chronicle, church, city, clinic, club, co, coalition, coast, college
command, commerce, commission, committee, company, conference, congress, constitution, consulate, convention, corp
corporation, corps, council, county, court, cup, daily, day, debate, defense, department, district, education
elections, electric, embassy, energy, enterprises, entertainment, europe, exchange, facebook, fc, federation
festival, foods, force, forces, foundation, freedom, fund, gallery, games, gas, gazette, global, globe, gmbh, google
government, group, guard, guardian, hall, health, heights, herald, hills, holdings, hospital, hotel, house, inc
index, industries, initiative, instagram, institute, institution, intelligence, international, island, islands
journal, justice, kingdom, laboratory, labs, lake, league, legislature, liberty, library, live, lives, llc, ltd
magazine, market, markets, matter, media, medicaid, medicare, ministry, month, mosque, motors, mountain, mountains
movement, museum, nation, nations, navy, network, news, obamacare, ocean, office, oil, pac, panel, parenthood, park
parliament, partners, party, patriots, pharmaceuticals, pictures, plan, plaza, plc, police, policy, poll, post, press
primary, prize, productions, program, progress, project, province, radio, records, reform, region, register
relations, report, republic, research, resort, review, rights, river, road, sa, school, sea, security, senate, series
service, services, show, society, solutions, springs, square, stadium, state, states, station, store, stores, street
studios, study, summit, survey, systems, tea, teachers, team, technologies, television, temple, territory, theater
theatre, times, today, tower, treasury, treaty, tribune, trust, tv, twitter, union, united, university, valley, war
watch, week, weekly, workers, world, yard, year, youtube
""")

# Words in the names of public bodies, which "the company" and "the group" do not mean.
STATE_WORDS = _set("""
administration, army, city, commission, congress, council, county, court, department, government, house, ministry, navy
parliament, police, senate, state, states, treasury, university
""")

# Organisations and bodies that have a one-word name, and residences and offices that speak under their own names.
OWN_NAMES = _set("""
al-qaeda, amazon, bloomberg, boeing, breitbart, bundestag, capitol, commons, congress, duma, elysee, facebook, gallup
google, hamas, hezbollah, house, interpol, knesset, kremlin, lords, microsoft, netflix, parliament, pentagon
politico, reuters, senate, taliban, treasury, twitter, uber, walmart, whitehall, wikileaks, youtube, élysée
""")

# Nouns for one person by role. A definite one ("the envoy") asks who in the article bears it.
ROLES = _set("""
academic, accountant, activist, actor, actress, admiral, adviser, advisor, agent, aide, ally, ambassador, analyst
anchor, anthropologist, apprentice, archaeologist, archbishop, archeologist, architect, archivist, artist, assistant
astronaut, astronomer, athlete, attacker, attorney, auditor, author, autocrat, backer, baker, banker, barber
barista, barrister, bartender, batsman, beekeeper, billionaire, biographer, biologist, bishop, blogger, boatman
bookkeeper, boss, bowler, boxer, boy, bricklayer, bride, broadcaster, broker, builder, businessman, businesswoman
butcher, bystander, californian, caller, campaigner, candidate, captain, cardinal, caretaker, carpenter, cashier
catcher, caterer, celebrity, ceo, chair, chairman, chairperson, chairwoman, challenger, champion, chancellor
cathaoirleach, chaplain, chauffeur, chef, chemist, chief, choreographer, cleaner, cleric, clerk, climatologist, coach
cobbler, colonel, columnist, comedian, comic, commander, commentator, commissioner, commuter, composer, comptroller
conductor, congressman, congresswoman, conservationist, conservative, constable, consultant, contender, convict
correspondent, councillor, councilman, councilwoman, counsel, cricketer, critic, curator, custodian, customer
corporator, cyclist, dancer, defendant, defender, delegate, democrat, demonstrator, dentist, deputy, designer, detective
developer, dictator, diplomat, director, dissident, doctor, donor, dressmaker, driver, drummer, ecologist, economist
editor, educator, electrician, employee, engineer, entrepreneur, environmentalist, envoy, epidemiologist, executive
expert, exporter, farmer, ferryman, filmmaker, financier, firefighter, fisher, fisherman, floridian, florist
footballer, forecaster, forward, founder, freshman, front-runner, frontrunner, fundraiser, gardener, general
geologist, girl, goalkeeper, goldsmith, golfer, governor, graduate, groom, grower, guard, guest, guitarist, gunman
hacker, hairdresser, harbourmaster, hawker, head, headteacher, herder, hero, hiker, historian, homeowner, hoosier
hopeful, host, icon, imam, importer, incumbent, independent, informant, inmate, innkeeper, insider, inspector
intern, inventor, investor, iowan, janitor, jeweller, jockey, journalist, judge, juror, justice, keeper, king
labourer, landlord, laureate, lawmaker, lawyer, leader, legend, legislator, liberal, libertarian, librarian
lieutenant, linguist, lobbyist, locksmith, magistrate, man, manager, marine, mathematician, matron, mayor, mechanic
member, merchant, meteorologist, midfielder, midwife, militant, miner, minister, missionary, model, moderator, mogul
monarch, monk, motorist, musician, naturalist, negotiator, neurosurgeon, nominee, novelist, nun, nurse, observer
officer, official, ombudsman, onlooker, operative, opponent, optician, organiser, organizer, owner, paediatrician
painter, paramedic, passenger, pastor, patient, pediatrician, pensioner, person, pharmacist, philosopher
photographer, physician, physicist, pianist, pilot, pitcher, plaintiff, plasterer, player, playwright, plumber, poet
policeman, policewoman, politician, pollster, pontiff, pope, postman, postmaster, preacher, premier, presenter
president, priest, prime minister, prince, princess, principal, prisoner, producer, professor, programmer
prosecutor, protester, psychiatrist, psychologist, publican, publisher, pundit, pupil, quarterback, queen, rabbi
rancher, ranger, rapper, reader, rebel, receptionist, referee, regulator, reporter, representative, republican
researcher, resident, restaurateur, retiree, reverend, rival, roofer, rookie, ruler, sailor, salesman, saleswoman
scholar, scientist, screenwriter, sculptor, seamstress, secretary, seller, senator, sergeant, shearer, shepherd
sheriff, shooter, shopkeeper, shopper, singer, skipper, socialist, sociologist, soldier, solicitor, sophomore
source, speaker, specialist, spectator, speechwriter, spokesman, spokesperson, spokeswoman, sprinter, spy, staffer
stallholder, star, statesman, statistician, steward, strategist, striker, strongman, student, stylist
superintendent, supporter, surgeon, surrogate, suspect, swimmer, tailor, taxi driver, teacher, technocrat, teenager
tenant, texan, theorist, therapist, tourist, trader, trainer, transporter, trawlerman, treasurer, trooper
truck driver, tutor, tycoon, umpire, undertaker, user, usher, vendor, vet, veteran, veterinarian, vicar
vice president, victim, viewer, violinist, virologist, visitor, volunteer, voter, waiter, waitress, warden, warlord
weaver, welder, whistleblower, winger, witness, woman, worker, writer, youth, zookeeper
""")

# Nouns by which a story calls its own subject again without having said so before: "the singer wrote".
VARIATIONS = _set("""
actor, actress, athlete, author, batsman, billionaire, blogger, bowler, boxer, broadcaster, businessman
businesswoman, champion, chef, comedian, comic, composer, cyclist, dancer, defender, designer, entrepreneur
filmmaker, footballer, forward, goalkeeper, golfer, guitarist, hairdresser, jockey, keeper, midfielder, model, mogul
musician, novelist, painter, pensioner, photographer, pianist, pitcher, playwright, poet, presenter, quarterback
rapper, retiree, sculptor, singer, sprinter, star, striker, swimmer, teenager, tycoon, veteran, winger, writer, youth
""")

# Somebody by a nation: "the Hungarian said".
NATIONALS = _set("""
american, argentine, australian, austrian, belgian, brazilian, briton, bulgarian, canadian, chilean, colombian
croatian, cuban, dane, dutchman, dutchwoman, egyptian, englishman, englishwoman, estonian, ethiopian, finn
frenchman, frenchwoman, german, ghanaian, hungarian, icelander, indian, iranian, irishman, irishwoman, italian
jamaican, kenyan, korean, latvian, lithuanian, mexican, moroccan, nigerian, norwegian, peruvian, pole, romanian
russian, scot, serb, serbian, slovak, slovenian, spaniard, swede, tunisian, turk, ukrainian, uruguayan, welshman
zimbabwean
""")

# Nouns that tell a man or a woman.
GENDERED: dict[str, str] = {
    **dict.fromkeys(
        _set("""
actor, alderman, anchorman, assemblyman, batsman, boy, boyfriend, brother, businessman, cameraman, chairman
clergyman, congressman, councilman, dad, duke, emperor, father, fiance, fisherman, gentleman, godfather, grandfather
grandson, groom, groundsman, gunman, husband, king, man, monk, nephew, patriarch, policeman, pontiff, pope, priest
prince, salesman, serviceman, son, spokesman, statesman, stepfather, stepson, strongman, uncle, waiter, widower
"""),
        "m",
    ),
    **dict.fromkeys(
        _set("""
actress, anchorwoman, assemblywoman, aunt, baroness, bride, businesswoman, chairwoman, clergywoman, comedienne
committeewoman, congresswoman, councilwoman, daughter, duchess, empress, fiancee, girl, girlfriend, granddaughter
grandmother, heiress, hostess, lady, matriarch, mom, mother, mum, niece, nun, policewoman, princess, queen
saleswoman, servicewoman, sister, spokeswoman, stateswoman, stepdaughter, stepmother, waitress, widow, wife, woman
"""),
        "f",
    ),
}

# Nouns that tell somebody by kinship or closeness: "his mother" is not the man.
RELATIVES = _set("""
aunt, boyfriend, brother, brother-in-law, brothers, child, children, classmate, colleague, colleagues, cousin
cousins, dad, daughter, daughter-in-law, daughters, ex-husband, ex-wife, family, father, father-in-law, fiance
fiancee, fiancé, fiancée, friend, friends, girlfriend, granddaughter, grandfather, grandmother, grandparents
grandson, husband, kids, mentor, mom, mother, mother-in-law, mum, neighbor, neighbors, neighbour, neighbours, nephew
niece, parent, parents, partner, relative, relatives, roommate, siblings, sister, sister-in-law, sisters, son
son-in-law, sons, spouse, stepfather, stepmother, teammate, teammates, uncle, widow, widower, wife
""")

# Nouns for many, beside the plurals of roles.
GROUPS = _set("""
advisers, agencies, aides, all, americans, attendees, audience, authorities, banks, both, businesses, campaigns
clergy, colleagues, commentators, companies, conservatives, countries, couple, critics, crowd, democrats
demonstrators, deputies, detectives, duo, electorate, elites, everybody, everyone, experts, faithful, families, fans
few, firefighters, firms, five, four, governments, groups, heavyweights, insiders, investigators, israelis, jurors
jury, lawmakers, leaders, leadership, liberals, locals, loyalists, majorities, majority, many, media, medics, members
men, migrants, militants, millennials, minority, mob, most, nations, newspapers, nobody, none, nurses, observers
officials, opponents, organisations, organizations, others, outlets, pair, palestinians, paramedics, participants
parties, people, percent, police, prosecutors, protesters, protestors, public, pundits, rebels, refugees, republicans
rescuers, residents, respondents, russians, scholars, scientists, several, socialists, some, sources, staff, states
strategists, supporters, survivors, those, three, tories, trio, troops, two, unions, victims, viewers, villagers
voters, women, youths
""")

# Nouns for organisations and bodies.
ORGANIZATIONS = _set("""
administration, agency, airline, alliance, army, assembly, association, authority, automaker, bank, bench, bloc
board, brand, brigade, bureau, cabinet, campaign, carmaker, carrier, center, centre, chain, channel, charity, church
city, club, coalition, college, commission, committee, community, company, conglomerate, congress, consortium
consulate, convention, cooperative, corporation, council, country, county, court, crown, delegation, department
district, division, embassy, establishment, exchange, federation, festival, firm, force, foundation, front, fund
giant, government, group, hospital, industry, institute, institution, insurer, junta, kingdom, lab, label, laboratory
league, legislature, lender, magazine, maker, manufacturer, military, ministry, mission, monarchy, movement, museum
nation, navy, network, newspaper, nonprofit, office, operator, organisation, organization, outlet, pac, palace, panel
parliament, party, province, publication, regime, republic, retailer, school, secretariat, senate, service, site
squad, startup, state, station, studio, superpac, supplier, tank, team, think tank, town, tribunal, union, unit
university, utility, village, watchdog, wing
""")

# Nouns for what is written, shown or counted.
DOCUMENTS = _set("""
act, ad, ads, advertisement, advisory, affidavit, agreement, amendment, analysis, announcement, article, articles
assessment, audit, average, banner, bible, bill, biography, blog, book, brief, broadcast, bulletin, cable, cables
caption, census, chart, charter, clip, column, comments, commercial, communique, communiqué, complaint, conclusion
constitution, contract, data, decision, declaration, description, diary, document, documentary, documents, dossier
e-mail, e-mails, editorial, email, emails, entry, essay, estimate, estimates, evaluation, evidence, figures, file
files, filing, filings, film, findings, footage, forecast, graphic, guide, guidelines, headline, headlines, index
indictment, inquiry, inscription, investigation, invitation, joke, journal, koran, law, lawsuit, ledger, letter
letters, listing, lyrics, manifesto, manual, map, memo, memoir, memos, message, messages, motion, movie, newsletter
note, notes, novel, numbers, obituary, op-ed, opinion, order, page, paper, papers, petition, plan, plaque, platform
play, policy, poll, polling, polls, post, poster, posts, press release, profile, program, quran, record, recording
records, release, remarks, report, reports, research, resolution, results, review, rules, ruling, scripture, sign
signs, slogan, song, speech, statement, statements, statistics, stories, story, studies, study, suit, survey, surveys
tape, testimony, text, texts, trailer, transcript, transcripts, treaty, tweet, tweets, video, warrant, website, will
""")

# One role said in other words: a description may name a person by any word of the row that the person's role has.
SAME_ROLES: tuple[frozenset[str], ...] = tuple(
    frozenset(w.strip() for w in row.split(","))
    for row in """
senator, sen, lawmaker, legislator, politician
representative, rep, congressman, congresswoman, lawmaker, legislator, politician
mp, lawmaker, legislator, politician, parliamentarian
hon, lawmaker, legislator, politician
envoy, ambassador, special representative, diplomat, negotiator, emissary, amb
president, leader, head of state, politician
prime minister, premier, leader, head of government, politician
chancellor, leader, politician
governor, gov, politician
mayor, politician
king, monarch
queen, monarch
igwe, oba, emir, eze, sultan, kgosi, monarch, ruler, traditional ruler
pope, pontiff
pastor, preacher, minister, reverend, rev, cleric, clergyman
priest, cleric, clergyman, father
imam, cleric
bishop, archbishop, cleric, prelate, cardinal
attorney, lawyer, counsel, solicitor, barrister
prosecutor, attorney
judge, justice, jurist, magistrate
professor, prof, academic, scholar, educator
scientist, researcher, expert
economist, expert, analyst
physicist, scientist
chemist, scientist
biologist, scientist
astronomer, scientist
epidemiologist, scientist, doctor
doctor, dr, physician
surgeon, doctor, physician
neurosurgeon, surgeon, doctor, physician
coach, manager, trainer
manager, coach, boss
chief executive, ceo, boss, executive, chief
chief executive officer, ceo, boss, executive, chief
chairman, chair, boss, head
chairwoman, chair, boss, head
director, head, chief
founder, entrepreneur, co-founder
businessman, entrepreneur, tycoon, mogul, billionaire
businesswoman, entrepreneur, tycoon, mogul, billionaire
billionaire, tycoon, mogul, businessman
adviser, advisor, aide, official
aide, staffer, adviser, advisor
spokesman, spokesperson, official
spokeswoman, spokesperson, official
reporter, journalist, correspondent
journalist, reporter, correspondent, writer
columnist, journalist, writer
editor, journalist
anchor, journalist, host, presenter, broadcaster
host, presenter, broadcaster, anchor
author, writer
novelist, author, writer
poet, writer
actor, star
actress, star
singer, musician, star
officer, policeman, policewoman, cop
sheriff, lawman
detective, officer, investigator
candidate, nominee, contender, hopeful, front-runner, frontrunner, challenger
nominee, candidate, contender, standard-bearer
front-runner, frontrunner, candidate, contender
activist, campaigner, organizer, organiser
organizer, organiser, activist
strategist, operative, consultant, adviser
operative, strategist, consultant
goalkeeper, player
striker, player, forward
midfielder, player
defender, player
quarterback, player
pitcher, player
general, gen, commander
colonel, col, commander, officer
captain, capt, skipper
father, dad
mother, mom, mum
analyst, expert
specialist, expert
minister, secretary
secretary, minister
""".strip().splitlines()
)

# A people's or a nation's word to its place, in lower case: "the Texan" is somebody of Texas.
DEMONYMS: dict[str, str] = {
    "texan": "texas", "californian": "california", "floridian": "florida", "iowan": "iowa", "hoosier": "indiana",
    "russian": "russia", "german": "germany", "french": "france", "british": "britain",
    "chinese": "china", "japanese": "japan", "israeli": "israel", "turkish": "turkey", "mexican": "mexico",
    "canadian": "canada", "australian": "australia", "italian": "italy", "spanish": "spain", "indian": "india",
    "iranian": "iran", "iraqi": "iraq", "syrian": "syria", "egyptian": "egypt", "brazilian": "brazil",
    "polish": "poland", "ukrainian": "ukraine", "korean": "korea", "pakistani": "pakistan", "afghan": "afghanistan",
    "norwegian": "norway", "swedish": "sweden", "danish": "denmark", "finnish": "finland", "dutch": "netherlands",
    "belgian": "belgium", "greek": "greece", "irish": "ireland", "scottish": "scotland", "welsh": "wales",
    "swiss": "switzerland", "austrian": "austria", "hungarian": "hungary", "romanian": "romania",
    "bulgarian": "bulgaria", "serbian": "serbia", "croatian": "croatia", "kenyan": "kenya", "nigerian": "nigeria",
    "ghanaian": "ghana", "ugandan": "uganda", "tanzanian": "tanzania", "ethiopian": "ethiopia",
    "moroccan": "morocco", "tunisian": "tunisia", "algerian": "algeria", "libyan": "libya", "sudanese": "sudan",
    "somali": "somalia", "zimbabwean": "zimbabwe", "zambian": "zambia", "saudi": "saudi arabia",
    "jordanian": "jordan", "lebanese": "lebanon", "qatari": "qatar", "yemeni": "yemen", "bangladeshi": "bangladesh",
    "nepalese": "nepal", "thai": "thailand", "vietnamese": "vietnam", "indonesian": "indonesia",
    "malaysian": "malaysia", "singaporean": "singapore", "filipino": "philippines", "philippine": "philippines",
    "taiwanese": "taiwan", "cuban": "cuba", "jamaican": "jamaica", "colombian": "colombia",
    "venezuelan": "venezuela", "peruvian": "peru", "chilean": "chile", "argentine": "argentina",
    "portuguese": "portugal", "icelandic": "iceland", "georgian": "georgia", "armenian": "armenia",
    "american": "united states",
}  # fmt: skip
DEMONYM_PLACES = frozenset(DEMONYMS.values())
