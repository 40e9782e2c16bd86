// SPDX-License-Identifier: AGPL-3.0-or-later

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Given names that are frequent in Italy and nothing else in a question, folded. */
export const givenNames = words(`
  adele adriana adriano agata agnese agostino ahmed aldo alessandra alessandro alessia alessio alfonso alfredo amelia anastasia
  andrea andrei angela anna annalisa annamaria antonella antonia antonietta antonino antonio arianna arturo barbara beatrice
  camilla carla carlo carmela carmelo carmen carolina caterina cecilia cesare cinzia claudia claudio concetta corrado cristian
  cristiana cristiano cristina damiano daniela daniele daria dario davide debora deborah denis denise diego domenico donatella
  edoardo elena eleonora elia elisa elisabetta emanuela emanuele emilia emilio enrica enrico enzo erica ernesto ettore eugenio
  eva fabiana fabio fabiola fabrizio fatima federica federico ferdinando fernando filippo filomena flavia flavio francesca
  francesco gabriele gabriella gaetano gennaro giacomo giada gianfranco gianluca gianni giorgia giorgio giovanna giovanni
  giulia giuliana giuliano giulio giuseppe giuseppina giusy graziella greta ida ignazio ilaria imma ines ioana ion irene
  isabella ivan ivana ivano jacopo katia lara laura lea leonardo letizia lidia liliana lisa livia loredana lorenza lorenzo luca
  lucia luciana luciano lucio luigi luigia luisa maddalena manuela marcella marcello marco maria marianna mario marisa marta
  martina massimiliano matilde matteo maurizio mauro melissa michela michele mihai milena mirco mirella mirko mohamed mohammed
  monica mustafa nadia nicola nicole nicoletta noemi nunzia oksana olena olga omar orazio oscar ottavio paola paolo patrizia
  patrizio pietro pina raffaele raffaella rebecca renata renato riccardo rita roberta roberto rodolfo romina rosalba rosanna
  rosaria rosetta rossana rossella sabrina samuele sandra sandro savino sebastiano sergio silvana silvano silvia silvio simona
  simone sofia sonia stefania stefano susanna svetlana tania teresa tiziana tiziano tommaso ugo umberto valentina valentino
  valeria valerio vanessa veronica vincenza vincenzo virginia vito vittorio viviana walter youssef
`)

/** Those that are also words or places, once folded (`sarà` is `sara`): names only where they are written as names. */
export const givenNamesThatAreWords = words(`
  alba ali alice angelo armando asia assunta aurora benedetta bianca bruna bruno chiara costanza domenica donato emma felice
  fiore franca franco gaia gemma gioia grazia guido italia leone linda luce margherita marina massimo mina norma pasquale rocco
  romano rosa rosario salvatore santa santo sara serena speranza stella vera viola vittoria
`)
