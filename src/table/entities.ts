// From the list of named character references in the HTML standard (https://html.spec.whatwg.org/entities.json): every name
// whose characters can stand in a word or between words, since a name of a person could be written with them. Signs of
// mathematics and drawing are left out. Each is `name=code point in hexadecimal`, several joined by `+`.
const listed = `
Aacute=c1 aacute=e1 Abreve=102 abreve=103 acE=223e+333 Acirc=c2 acirc=e2 acute=b4 Acy=410 acy=430 AElig=c6 aelig=e6 af=2061 Afr=1d504
afr=1d51e Agrave=c0 agrave=e0 alefsym=2135 aleph=2135 Alpha=391 alpha=3b1 Amacr=100 amacr=101 AMP=26 amp=26 angst=c5 Aogon=104
aogon=105 Aopf=1d538 aopf=1d552 apos=27 ApplyFunction=2061 Aring=c5 aring=e5 Ascr=1d49c ascr=1d4b6 ast=2a Atilde=c3 atilde=e3 Auml=c4
auml=e4 backprime=2035 Bcy=411 bcy=431 bdquo=201e bernou=212c Bernoullis=212c Beta=392 beta=3b2 beth=2136 Bfr=1d505 bfr=1d51f
bne=3d+20e5 bnequiv=2261+20e5 Bopf=1d539 bopf=1d553 bprime=2035 Breve=2d8 breve=2d8 brvbar=a6 Bscr=212c bscr=1d4b7 bsemi=204f bsol=5c
bull=2022 bullet=2022 Cacute=106 cacute=107 CapitalDifferentialD=2145 caps=2229+fe00 caret=2041 caron=2c7 Cayleys=212d Ccaron=10c
ccaron=10d Ccedil=c7 ccedil=e7 Ccirc=108 ccirc=109 Cdot=10a cdot=10b cedil=b8 Cedilla=b8 cent=a2 CenterDot=b7 centerdot=b7 Cfr=212d
cfr=1d520 CHcy=427 chcy=447 Chi=3a7 chi=3c7 circ=2c6 circledS=24c8 CloseCurlyDoubleQuote=201d CloseCurlyQuote=2019 colon=3a
Colone=2a74 comma=2c commat=40 complexes=2102 Copf=2102 copf=1d554 COPY=a9 copy=a9 Cscr=1d49e cscr=1d4b8 cups=222a+fe00 curren=a4
Dagger=2021 dagger=2020 daleth=2138 dash=2010 dblac=2dd Dcaron=10e dcaron=10f Dcy=414 dcy=434 DD=2145 dd=2146 ddagger=2021 deg=b0
Delta=394 delta=3b4 Dfr=1d507 dfr=1d521 DiacriticalAcute=b4 DiacriticalDot=2d9 DiacriticalDoubleAcute=2dd DiacriticalTilde=2dc die=a8
DifferentialD=2146 digamma=3dd divide=f7 DJcy=402 djcy=452 Dopf=1d53b dopf=1d555 Dot=a8 dot=2d9 DotDot=20dc DoubleDot=a8 DownBreve=311
Dscr=1d49f dscr=1d4b9 DScy=405 dscy=455 Dstrok=110 dstrok=111 DZcy=40f dzcy=45f Eacute=c9 eacute=e9 Ecaron=11a ecaron=11b Ecirc=ca
ecirc=ea Ecy=42d ecy=44d Edot=116 edot=117 ee=2147 Efr=1d508 efr=1d522 Egrave=c8 egrave=e8 ell=2113 Emacr=112 emacr=113 emsp=2003
emsp13=2004 emsp14=2005 ENG=14a eng=14b ensp=2002 Eogon=118 eogon=119 Eopf=1d53c eopf=1d556 epsi=3b5 Epsilon=395 epsilon=3b5 epsiv=3f5
Escr=2130 escr=212f Eta=397 eta=3b7 ETH=d0 eth=f0 Euml=cb euml=eb excl=21 expectation=2130 ExponentialE=2147 exponentiale=2147 Fcy=424
fcy=444 ffilig=fb03 fflig=fb00 ffllig=fb04 Ffr=1d509 ffr=1d523 filig=fb01 fjlig=66+6a fllig=fb02 fnof=192 Fopf=1d53d fopf=1d557
Fouriertrf=2131 frac12=bd frac13=2153 frac14=bc frac15=2155 frac16=2159 frac18=215b frac23=2154 frac25=2156 frac34=be frac35=2157
frac38=215c frac45=2158 frac56=215a frac58=215d frac78=215e Fscr=2131 fscr=1d4bb gacute=1f5 Gamma=393 gamma=3b3 Gammad=3dc gammad=3dd
Gbreve=11e gbreve=11f Gcedil=122 Gcirc=11c gcirc=11d Gcy=413 gcy=433 Gdot=120 gdot=121 gesl=22db+fe00 Gfr=1d50a gfr=1d524 gimel=2137
GJcy=403 gjcy=453 Gopf=1d53e gopf=1d558 Gscr=1d4a2 gscr=210a GT=3e gt=3e gtlPar=2995 gvertneqq=2269+fe00 gvnE=2269+fe00 Hacek=2c7
hairsp=200a half=bd hamilt=210b HARDcy=42a hardcy=44a hbar=210f Hcirc=124 hcirc=125 hellip=2026 Hfr=210c hfr=1d525 HilbertSpace=210b
Hopf=210d hopf=1d559 horbar=2015 Hscr=210b hscr=1d4bd hslash=210f Hstrok=126 hstrok=127 hybull=2043 hyphen=2010 Iacute=cd iacute=ed
ic=2063 Icirc=ce icirc=ee Icy=418 icy=438 Idot=130 IEcy=415 iecy=435 iexcl=a1 Ifr=2111 ifr=1d526 Igrave=cc igrave=ec ii=2148 IJlig=132
ijlig=133 Im=2111 Imacr=12a imacr=12b image=2111 ImaginaryI=2148 imagline=2110 imagpart=2111 imath=131 imped=1b5 incare=2105
inodot=131 integers=2124 InvisibleComma=2063 InvisibleTimes=2062 IOcy=401 iocy=451 Iogon=12e iogon=12f Iopf=1d540 iopf=1d55a Iota=399
iota=3b9 iquest=bf Iscr=2110 iscr=1d4be it=2062 Itilde=128 itilde=129 Iukcy=406 iukcy=456 Iuml=cf iuml=ef Jcirc=134 jcirc=135 Jcy=419
jcy=439 Jfr=1d50d jfr=1d527 jmath=237 Jopf=1d541 jopf=1d55b Jscr=1d4a5 jscr=1d4bf Jsercy=408 jsercy=458 Jukcy=404 jukcy=454 Kappa=39a
kappa=3ba kappav=3f0 Kcedil=136 kcedil=137 Kcy=41a kcy=43a Kfr=1d50e kfr=1d528 kgreen=138 KHcy=425 khcy=445 KJcy=40c kjcy=45c
Kopf=1d542 kopf=1d55c Kscr=1d4a6 kscr=1d4c0 Lacute=139 lacute=13a lagran=2112 Lambda=39b lambda=3bb Lang=27ea lang=27e8 langd=2991
langle=27e8 Laplacetrf=2112 laquo=ab lates=2aad+fe00 lbbrk=2772 lbrace=7b lbrack=5b lbrke=298b lbrksld=298f lbrkslu=298d Lcaron=13d
lcaron=13e Lcedil=13b lcedil=13c lceil=2308 lcub=7b Lcy=41b lcy=43b ldquo=201c ldquor=201e LeftAngleBracket=27e8 LeftCeiling=2308
LeftDoubleBracket=27e6 LeftFloor=230a lesg=22da+fe00 lfloor=230a Lfr=1d50f lfr=1d529 LJcy=409 ljcy=459 Lmidot=13f lmidot=140
loang=27ec lobrk=27e6 lopar=2985 Lopf=1d543 lopf=1d55d lowbar=5f lpar=28 lparlt=2993 lrm=200e lsaquo=2039 Lscr=2112 lscr=1d4c1 lsqb=5b
lsquo=2018 lsquor=201a Lstrok=141 lstrok=142 LT=3c lt=3c ltrPar=2996 lvertneqq=2268+fe00 lvnE=2268+fe00 macr=af Mcy=41c mcy=43c
mdash=2014 MediumSpace=205f Mellintrf=2133 Mfr=1d510 mfr=1d52a micro=b5 midast=2a middot=b7 mldr=2026 Mopf=1d544 mopf=1d55e Mscr=2133
mscr=1d4c2 Mu=39c mu=3bc Nacute=143 nacute=144 nang=2220+20d2 nap=2249 napE=2a70+338 napid=224b+338 napos=149 napprox=2249
naturals=2115 nbsp=a0 nbump=224e+338 nbumpe=224f+338 Ncaron=147 ncaron=148 Ncedil=145 ncedil=146 ncong=2247 ncongdot=2a6d+338 Ncy=41d
ncy=43d ndash=2013 ne=2260 nedot=2250+338 NegativeMediumSpace=200b NegativeThickSpace=200b NegativeThinSpace=200b
NegativeVeryThinSpace=200b nequiv=2262 nesim=2242+338 NewLine=a nexist=2204 nexists=2204 Nfr=1d511 nfr=1d52b ngE=2267+338 nge=2271
ngeq=2271 ngeqq=2267+338 ngeqslant=2a7e+338 nges=2a7e+338 nGg=22d9+338 ngsim=2275 nGt=226b+20d2 ngt=226f ngtr=226f nGtv=226b+338
nhArr=21ce nharr=21ae NJcy=40a njcy=45a nlArr=21cd nlarr=219a nldr=2025 nlE=2266+338 nle=2270 nLeftarrow=21cd nleftarrow=219a
nLeftrightarrow=21ce nleftrightarrow=21ae nleq=2270 nleqq=2266+338 nleqslant=2a7d+338 nles=2a7d+338 nless=226e nLl=22d8+338 nlsim=2274
nLt=226a+20d2 nlt=226e nltri=22ea nltrie=22ec nLtv=226a+338 nmid=2224 NoBreak=2060 NonBreakingSpace=a0 Nopf=2115 nopf=1d55f not=ac
NotCongruent=2262 NotCupCap=226d NotDoubleVerticalBar=2226 NotElement=2209 NotEqual=2260 NotEqualTilde=2242+338 NotExists=2204
NotGreater=226f NotGreaterEqual=2271 NotGreaterFullEqual=2267+338 NotGreaterGreater=226b+338 NotGreaterLess=2279
NotGreaterSlantEqual=2a7e+338 NotGreaterTilde=2275 NotHumpDownHump=224e+338 NotHumpEqual=224f+338 notin=2209 notindot=22f5+338
notinE=22f9+338 notinva=2209 NotLeftTriangle=22ea NotLeftTriangleBar=29cf+338 NotLeftTriangleEqual=22ec NotLess=226e NotLessEqual=2270
NotLessGreater=2278 NotLessLess=226a+338 NotLessSlantEqual=2a7d+338 NotLessTilde=2274 NotNestedGreaterGreater=2aa2+338
NotNestedLessLess=2aa1+338 notni=220c notniva=220c NotPrecedes=2280 NotPrecedesEqual=2aaf+338 NotPrecedesSlantEqual=22e0
NotReverseElement=220c NotRightTriangle=22eb NotRightTriangleBar=29d0+338 NotRightTriangleEqual=22ed NotSquareSubset=228f+338
NotSquareSubsetEqual=22e2 NotSquareSuperset=2290+338 NotSquareSupersetEqual=22e3 NotSubset=2282+20d2 NotSubsetEqual=2288
NotSucceeds=2281 NotSucceedsEqual=2ab0+338 NotSucceedsSlantEqual=22e1 NotSucceedsTilde=227f+338 NotSuperset=2283+20d2
NotSupersetEqual=2289 NotTilde=2241 NotTildeEqual=2244 NotTildeFullEqual=2247 NotTildeTilde=2249 NotVerticalBar=2224 npar=2226
nparallel=2226 nparsl=2afd+20e5 npart=2202+338 npr=2280 nprcue=22e0 npre=2aaf+338 nprec=2280 npreceq=2aaf+338 nrArr=21cf nrarr=219b
nrarrc=2933+338 nrarrw=219d+338 nRightarrow=21cf nrightarrow=219b nrtri=22eb nrtrie=22ed nsc=2281 nsccue=22e1 nsce=2ab0+338 Nscr=1d4a9
nscr=1d4c3 nshortmid=2224 nshortparallel=2226 nsim=2241 nsime=2244 nsimeq=2244 nsmid=2224 nspar=2226 nsqsube=22e2 nsqsupe=22e3
nsub=2284 nsubE=2ac5+338 nsube=2288 nsubset=2282+20d2 nsubseteq=2288 nsubseteqq=2ac5+338 nsucc=2281 nsucceq=2ab0+338 nsup=2285
nsupE=2ac6+338 nsupe=2289 nsupset=2283+20d2 nsupseteq=2289 nsupseteqq=2ac6+338 ntgl=2279 Ntilde=d1 ntilde=f1 ntlg=2278
ntriangleleft=22ea ntrianglelefteq=22ec ntriangleright=22eb ntrianglerighteq=22ed Nu=39d nu=3bd num=23 numero=2116 numsp=2007
nvap=224d+20d2 nVDash=22af nVdash=22ae nvDash=22ad nvdash=22ac nvge=2265+20d2 nvgt=3e+20d2 nvle=2264+20d2 nvlt=3c+20d2
nvltrie=22b4+20d2 nvrtrie=22b5+20d2 nvsim=223c+20d2 Oacute=d3 oacute=f3 Ocirc=d4 ocirc=f4 Ocy=41e ocy=43e Odblac=150 odblac=151
OElig=152 oelig=153 Ofr=1d512 ofr=1d52c ogon=2db Ograve=d2 ograve=f2 ohm=3a9 oline=203e Omacr=14c omacr=14d Omega=3a9 omega=3c9
Omicron=39f omicron=3bf Oopf=1d546 oopf=1d560 OpenCurlyDoubleQuote=201c OpenCurlyQuote=2018 order=2134 orderof=2134 ordf=aa ordm=ba
oS=24c8 Oscr=1d4aa oscr=2134 Oslash=d8 oslash=f8 Otilde=d5 otilde=f5 Ouml=d6 ouml=f6 OverBar=203e para=b6 Pcy=41f pcy=43f percnt=25
period=2e permil=2030 pertenk=2031 Pfr=1d513 pfr=1d52d Phi=3a6 phi=3c6 phiv=3d5 phmmat=2133 Pi=3a0 pi=3c0 piv=3d6 planck=210f
planckh=210e plankv=210f plusmn=b1 Poincareplane=210c Popf=2119 popf=1d561 pound=a3 Prime=2033 prime=2032 primes=2119 Pscr=1d4ab
pscr=1d4c5 Psi=3a8 psi=3c8 puncsp=2008 Qfr=1d514 qfr=1d52e Qopf=211a qopf=1d562 qprime=2057 Qscr=1d4ac qscr=1d4c6 quaternions=210d
quest=3f QUOT=22 quot=22 race=223d+331 Racute=154 racute=155 Rang=27eb rang=27e9 rangd=2992 rangle=27e9 raquo=bb rationals=211a
rbbrk=2773 rbrace=7d rbrack=5d rbrke=298c rbrksld=298e rbrkslu=2990 Rcaron=158 rcaron=159 Rcedil=156 rcedil=157 rceil=2309 rcub=7d
Rcy=420 rcy=440 rdquo=201d rdquor=201d Re=211c real=211c realine=211b realpart=211c reals=211d REG=ae reg=ae rfloor=230b Rfr=211c
rfr=1d52f Rho=3a1 rho=3c1 rhov=3f1 RightAngleBracket=27e9 RightCeiling=2309 RightDoubleBracket=27e7 RightFloor=230b ring=2da rlm=200f
roang=27ed robrk=27e7 ropar=2986 Ropf=211d ropf=1d563 rpar=29 rpargt=2994 rsaquo=203a Rscr=211b rscr=1d4c7 rsqb=5d rsquo=2019
rsquor=2019 Sacute=15a sacute=15b sbquo=201a Scaron=160 scaron=161 Scedil=15e scedil=15f Scirc=15c scirc=15d Scy=421 scy=441 sect=a7
semi=3b Sfr=1d516 sfr=1d530 SHCHcy=429 shchcy=449 SHcy=428 shcy=448 shy=ad Sigma=3a3 sigma=3c3 sigmaf=3c2 sigmav=3c2 smtes=2aac+fe00
SOFTcy=42c softcy=44c sol=2f Sopf=1d54a sopf=1d564 sqcaps=2293+fe00 sqcups=2294+fe00 Sscr=1d4ae sscr=1d4c8 straightepsilon=3f5
straightphi=3d5 strns=af sup1=b9 sup2=b2 sup3=b3 szlig=df Tab=9 Tau=3a4 tau=3c4 Tcaron=164 tcaron=165 Tcedil=162 tcedil=163 Tcy=422
tcy=442 tdot=20db Tfr=1d517 tfr=1d531 Theta=398 theta=3b8 thetasym=3d1 thetav=3d1 ThickSpace=205f+200a thinsp=2009 ThinSpace=2009
THORN=de thorn=fe tilde=2dc times=d7 Topf=1d54b topf=1d565 tprime=2034 TRADE=2122 trade=2122 TripleDot=20db Tscr=1d4af tscr=1d4c9
TScy=426 tscy=446 TSHcy=40b tshcy=45b Tstrok=166 tstrok=167 Uacute=da uacute=fa Ubrcy=40e ubrcy=45e Ubreve=16c ubreve=16d Ucirc=db
ucirc=fb Ucy=423 ucy=443 Udblac=170 udblac=171 Ufr=1d518 ufr=1d532 Ugrave=d9 ugrave=f9 Umacr=16a umacr=16b uml=a8 UnderBar=5f
Uogon=172 uogon=173 Uopf=1d54c uopf=1d566 Upsi=3d2 upsi=3c5 upsih=3d2 Upsilon=3a5 upsilon=3c5 Uring=16e uring=16f Uscr=1d4b0
uscr=1d4ca Utilde=168 utilde=169 Uuml=dc uuml=fc varepsilon=3f5 varkappa=3f0 varphi=3d5 varpi=3d6 varrho=3f1 varsigma=3c2
varsubsetneq=228a+fe00 varsubsetneqq=2acb+fe00 varsupsetneq=228b+fe00 varsupsetneqq=2acc+fe00 vartheta=3d1 Vcy=412 vcy=432 Verbar=2016
Vert=2016 VeryThinSpace=200a Vfr=1d519 vfr=1d533 vnsub=2282+20d2 vnsup=2283+20d2 Vopf=1d54d vopf=1d567 Vscr=1d4b1 vscr=1d4cb
vsubnE=2acb+fe00 vsubne=228a+fe00 vsupnE=2acc+fe00 vsupne=228b+fe00 Wcirc=174 wcirc=175 Wfr=1d51a wfr=1d534 Wopf=1d54e wopf=1d568
Wscr=1d4b2 wscr=1d4cc Xfr=1d51b xfr=1d535 Xi=39e xi=3be Xopf=1d54f xopf=1d569 Xscr=1d4b3 xscr=1d4cd Yacute=dd yacute=fd YAcy=42f
yacy=44f Ycirc=176 ycirc=177 Ycy=42b ycy=44b yen=a5 Yfr=1d51c yfr=1d536 YIcy=407 yicy=457 Yopf=1d550 yopf=1d56a Yscr=1d4b4 yscr=1d4ce
YUcy=42e yucy=44e Yuml=178 yuml=ff Zacute=179 zacute=17a Zcaron=17d zcaron=17e Zcy=417 zcy=437 Zdot=17b zdot=17c zeetrf=2128
ZeroWidthSpace=200b Zeta=396 zeta=3b6 Zfr=2128 zfr=1d537 ZHcy=416 zhcy=436 Zopf=2124 zopf=1d56b Zscr=1d4b5 zscr=1d4cf zwj=200d
zwnj=200c
`

// Old names that a browser also reads without their semicolon.
const old = `
AElig AMP Aacute Acirc Agrave Aring Atilde Auml COPY Ccedil ETH Eacute Ecirc Egrave Euml GT Iacute Icirc Igrave Iuml LT Ntilde Oacute
Ocirc Ograve Oslash Otilde Ouml QUOT REG THORN Uacute Ucirc Ugrave Uuml Yacute aacute acirc acute aelig agrave amp aring atilde auml
brvbar ccedil cedil cent copy curren deg divide eacute ecirc egrave eth euml frac12 frac14 frac34 gt iacute icirc iexcl igrave iquest
iuml laquo lt macr micro middot nbsp not ntilde oacute ocirc ograve ordf ordm oslash otilde ouml para plusmn pound quot raquo reg sect
shy sup1 sup2 sup3 szlig thorn times uacute ucirc ugrave uml uuml yacute yen yuml
`

/** What a named character reference stands for. */
export const entities: ReadonlyMap<string, string> = new Map(words(listed).map(readPair))

/** The references that need no semicolon. */
export const bareEntities: ReadonlySet<string> = new Set(words(old))

function words(text: string): string[] {
  return text.trim().split(/\s+/u)
}

function readPair(pair: string): [string, string] {
  const at = pair.indexOf('=')
  const points = pair.slice(at + 1).split('+')
  return [pair.slice(0, at), String.fromCodePoint(...points.map(point => Number.parseInt(point, 16)))]
}
